//! Rooms, their recent history, and who listens to them.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use uuid::Uuid;

use crate::protocol::Message;

#[derive(Default)]
pub struct Room {
    pub topic: String,
    history: Vec<Message>,
    listeners: HashMap<Uuid, UnboundedSender<Arc<Message>>>,
}

#[derive(Clone)]
pub struct Hub {
    rooms: Arc<RwLock<HashMap<String, Room>>>,
    keep: usize,
}

impl Hub {
    pub fn new(keep: usize) -> Self {
        Self {
            rooms: Arc::default(),
            keep,
        }
    }

    /// Creates the room when it does not exist yet.
    pub fn join(&self, room: &str, session: Uuid) -> UnboundedReceiver<Arc<Message>> {
        let (tx, rx) = mpsc::unbounded_channel();
        let mut rooms = self.rooms.write().unwrap();
        rooms
            .entry(room.to_owned())
            .or_default()
            .listeners
            .insert(session, tx);
        rx
    }

    pub fn leave(&self, room: &str, session: Uuid) {
        if let Some(room) = self.rooms.write().unwrap().get_mut(room) {
            room.listeners.remove(&session);
        }
    }

    pub fn publish(&self, message: Message) -> usize {
        let mut rooms = self.rooms.write().unwrap();
        let room = rooms.entry(message.room.clone()).or_default();
        room.history.push(message.clone());
        while room.history.len() > self.keep {
            room.history.remove(0);
        }

        let message = Arc::new(message);
        room.listeners
            .retain(|_, tx| tx.send(Arc::clone(&message)).is_ok());
        room.listeners.len()
    }

    pub fn history(&self, room: &str, limit: usize) -> Option<Vec<Message>> {
        let rooms = self.rooms.read().unwrap();
        let history = &rooms.get(room)?.history;
        let start = history.len().saturating_sub(limit);
        Some(history[start..].to_vec())
    }

    pub fn set_topic(&self, room: &str, topic: String) -> bool {
        match self.rooms.write().unwrap().get_mut(room) {
            Some(room) => {
                room.topic = topic;
                true
            }
            None => false,
        }
    }

    /// Every room with its topic and number of listeners, by name.
    pub fn list(&self) -> Vec<(String, String, usize)> {
        let rooms = self.rooms.read().unwrap();
        let mut list: Vec<_> = rooms
            .iter()
            .map(|(name, room)| (name.clone(), room.topic.clone(), room.listeners.len()))
            .collect();
        list.sort();
        list
    }
}
