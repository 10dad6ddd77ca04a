// deps: opentelemetry = "0.30", opentelemetry_sdk = "0.30", opentelemetry-otlp = "0.30", opentelemetry-stdout = "0.30"
use opentelemetry_sdk::logs::{SdkLoggerProvider, SimpleLogProcessor};
use opentelemetry_sdk::trace as sdktrace;
use opentelemetry_sdk::trace::{SdkTracerProvider, SimpleSpanProcessor as Simple};

fn chained() -> SdkTracerProvider {
    let exporter = opentelemetry_otlp::SpanExporter::builder().with_tonic().build().unwrap();
    SdkTracerProvider::builder().with_simple_exporter(exporter).build() //~ otel-simple-exporter
}

fn processor(exporter: opentelemetry_otlp::SpanExporter) -> SdkTracerProvider {
    SdkTracerProvider::builder()
        .with_span_processor(Simple::new(Box::new(exporter))) //~ otel-simple-exporter
        .build()
}

fn logs(exporter: opentelemetry_otlp::LogExporter) -> SdkLoggerProvider {
    let processor = SimpleLogProcessor::new(exporter); //~ otel-simple-exporter
    SdkLoggerProvider::builder().with_log_processor(processor).build()
}

fn old() -> sdktrace::Tracer {
    opentelemetry_otlp::new_pipeline()
        .tracing()
        .install_simple() //~ otel-simple-exporter
        .unwrap()
}

// Standard output.
fn printed() -> SdkTracerProvider {
    SdkTracerProvider::builder().with_simple_exporter(opentelemetry_stdout::SpanExporter::default()).build()
}
fn printed_from_local() -> SdkTracerProvider {
    let exporter = opentelemetry_stdout::SpanExporter::default();
    SdkTracerProvider::builder().with_simple_exporter(exporter).build()
}

// In memory.
fn kept(exporter: opentelemetry_sdk::trace::InMemorySpanExporter) -> SdkTracerProvider {
    SdkTracerProvider::builder().with_simple_exporter(exporter).build()
}

// In the background.
fn batched(exporter: opentelemetry_otlp::SpanExporter) -> SdkTracerProvider {
    SdkTracerProvider::builder().with_batch_exporter(exporter).build()
}

// Someone else's type.
struct SimpleLogger;
impl SimpleLogger {
    fn new() -> Self {
        SimpleLogger
    }
}
fn other() -> SimpleLogger {
    SimpleLogger::new()
}

#[cfg(test)]
mod tests {
    fn tested(exporter: opentelemetry_otlp::SpanExporter) {
        opentelemetry_sdk::trace::SdkTracerProvider::builder().with_simple_exporter(exporter);
    }
}
