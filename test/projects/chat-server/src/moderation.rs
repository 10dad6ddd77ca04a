use std::{collections::HashSet, fs::File, path::Path, sync::LazyLock};

use anyhow::Context;
use regex::Regex;

use crate::{config::Config, protocol::Message};

static SHOUTING: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[^a-z]{24,}$").unwrap());

pub struct Moderator {
    banned: HashSet<String>,
    longest: usize,
}

impl Moderator {
    pub fn load(config: &Config) -> anyhow::Result<Self> {
        let mut banned: HashSet<String> = config
            .banned_words
            .iter()
            .map(|word| word.to_lowercase())
            .collect();
        let extra = config.data_dir.join("banned.json");
        if extra.exists() {
            banned.extend(read_words(&extra)?);
        }
        Ok(Self {
            banned,
            longest: config.limits.message_bytes,
        })
    }

    pub fn check(&self, message: &Message) -> Result<(), &'static str> {
        let Some(text) = message.words() else {
            return Ok(());
        };
        if text.len() > self.longest {
            return Err("the message is too long");
        }
        if SHOUTING.is_match(text) {
            return Err("please do not shout");
        }
        if text
            .split_whitespace()
            .any(|word| self.banned.contains(word))
        {
            return Err("the message contains a banned word");
        }
        if mentions(text).len() > 10 {
            return Err("the message mentions too many people");
        }
        Ok(())
    }
}

fn read_words(path: &Path) -> anyhow::Result<Vec<String>> {
    let file = File::open(path)?;
    let words: Vec<String> = serde_json::from_reader(file)
        .context(format!("{} is not a list of words", path.display()))?;
    Ok(words.into_iter().map(|word| word.to_lowercase()).collect())
}

/// Names written as `@name`.
pub fn mentions(text: &str) -> Vec<String> {
    let mention = Regex::new(r"@([A-Za-z0-9_.-]+)").unwrap();
    mention
        .captures_iter(text)
        .map(|found| found[1].to_owned())
        .collect()
}
