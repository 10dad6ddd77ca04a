pub enum Failed {
    Io(String),
    Parse(std::num::ParseIntError),
}

impl From<std::io::Error> for Failed {
    fn from(error: std::io::Error) -> Self {
        Failed::Io(error.to_string()) //~ from-impl-allocates
    }
}

// Kept as it is.
impl From<std::num::ParseIntError> for Failed {
    fn from(error: std::num::ParseIntError) -> Self {
        Failed::Parse(error)
    }
}

// Not made from an error.
pub struct Label(String);
impl From<u32> for Label {
    fn from(number: u32) -> Self {
        Label(number.to_string())
    }
}

// What shows a failure has to put it into words.
pub struct ErrorResponse(String);
impl From<std::io::Error> for ErrorResponse {
    fn from(error: std::io::Error) -> Self {
        ErrorResponse(error.to_string())
    }
}
