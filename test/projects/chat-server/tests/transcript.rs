use std::{fs, path::PathBuf, thread, time::Duration};

use chat_server::{protocol::Message, transcript::Transcripts};

fn scratch(name: &str) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("chat-{name}-{}", std::process::id()));
    fs::create_dir_all(&dir).expect("a scratch directory");
    dir
}

#[tokio::test]
async fn what_was_appended_is_read_back() {
    let dir = scratch("append");
    let transcripts = Transcripts::new(dir.clone());
    transcripts
        .append(&Message::text("lobby", "ada", "first"))
        .unwrap();
    transcripts
        .append(&Message::text("lobby", "grace", "second"))
        .unwrap();

    let messages = transcripts.read("lobby").unwrap();
    assert_eq!(messages.len(), 2);
    assert_eq!(messages[1].author, "grace");
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn pruning_forgets_the_old() {
    let dir = scratch("prune");
    let transcripts = Transcripts::new(dir.clone());
    transcripts
        .append(&Message::text("lobby", "ada", "old"))
        .unwrap();
    thread::sleep(Duration::from_millis(1100));
    let fresh = Message::text("lobby", "ada", "new");
    transcripts.append(&fresh).unwrap();

    assert_eq!(transcripts.prune("lobby", fresh.sent_at).unwrap(), 1);
    fs::remove_dir_all(dir).unwrap();
}
