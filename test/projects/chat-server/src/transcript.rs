//! The permanent record: one file of JSON lines per room.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufRead, BufReader, Write},
    path::PathBuf,
};

use crate::protocol::Message;

#[derive(Debug)]
pub struct Transcripts {
    dir: PathBuf,
}

impl Transcripts {
    pub fn new(dir: PathBuf) -> Self {
        Self { dir }
    }

    fn path(&self, room: &str) -> PathBuf {
        let safe: String = room
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
            .collect();
        self.dir.join(safe).with_extension("jsonl")
    }

    #[tracing::instrument(err)]
    pub fn append(&self, message: &Message) -> io::Result<()> {
        let line = serde_json::to_string(message)?;
        let mut file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.path(&message.room))?;
        file.write_all(line.as_bytes())?;
        file.write_all(b"\n")
    }

    /// Reads a whole transcript; lines that no longer parse are left out.
    pub fn read(&self, room: &str) -> io::Result<Vec<Message>> {
        let reader = BufReader::new(File::open(self.path(room))?);
        let mut messages = Vec::new();
        for line in reader.lines() {
            if let Ok(message) = serde_json::from_str(&line?) {
                messages.push(message);
            }
        }
        Ok(messages)
    }

    /// Drops everything older than `cutoff` (seconds since the epoch) from a room's transcript.
    pub fn prune(&self, room: &str, cutoff: u64) -> io::Result<usize> {
        let messages = self.read(room)?;
        let before = messages.len();
        let path = self.path(room);
        let scratch = path.with_extension("tmp");

        let mut file = File::create(&scratch)?;
        let mut kept = 0;
        for message in messages.iter().filter(|message| message.sent_at >= cutoff) {
            writeln!(file, "{}", serde_json::to_string(message)?)?;
            kept += 1;
        }
        fs::rename(scratch, path)?;
        Ok(before - kept)
    }
}
