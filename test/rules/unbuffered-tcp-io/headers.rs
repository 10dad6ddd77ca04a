use std::io::{Read, Write};
use std::net::TcpStream;

pub struct Conn {
    sock: TcpStream,
}

impl Conn {
    // A header and what it announces: two system calls for each.
    pub fn send(&mut self, items: &[(u32, String)]) -> std::io::Result<()> {
        for (id, name) in items.iter() {
            self.sock.write_all(&id.to_be_bytes())?; //~ unbuffered-tcp-io
            self.sock.write_all(name.as_bytes())?;
        }
        Ok(())
    }
    // One write of any length for each.
    pub fn parts(&mut self, parts: &[Vec<u8>]) -> std::io::Result<()> {
        for part in parts {
            self.sock.write_all(part)?;
        }
        Ok(())
    }
    // Two writes of any length: neither is known to be small.
    pub fn pairs(&mut self, pairs: &[(Vec<u8>, Vec<u8>)]) -> std::io::Result<()> {
        for (head, body) in pairs {
            self.sock.write_all(head)?;
            self.sock.write_all(body)?;
        }
        Ok(())
    }
    // Each answer waits for a question.
    pub fn answer(&mut self) -> std::io::Result<()> {
        let mut buf = [0u8; 4096];
        while self.sock.read(&mut buf)? > 0 {
            self.sock.write_all(b"OK\n")?;
        }
        Ok(())
    }
}
