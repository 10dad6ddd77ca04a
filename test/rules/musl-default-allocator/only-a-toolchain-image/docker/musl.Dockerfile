# Builds a C compiler for somebody, nothing of ours.
FROM debian:12
RUN ./build-toolchain x86_64-unknown-linux-musl
