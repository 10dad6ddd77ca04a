pub struct Tag {
    id: u64,
    weight: f64,
}
pub fn all(text: &str) -> usize {
    collected(text) + filled(text) + made(text) + few(text) + text_of(text) + unknown(text)
}
fn collected(text: &str) -> usize {
    let lengths = text.split(' ').map(|word| word.len()).collect::<Vec<usize>>(); //~ smallvec-candidate
    lengths.len()
}
fn filled(text: &str) -> usize {
    let mut tags = Vec::new(); //~ smallvec-candidate
    for word in text.split(' ') {
        tags.push(Tag { id: word.len() as u64, weight: 0.0 });
    }
    tags.len()
}
fn made(text: &str) -> usize {
    let counts = vec![0u32; text.len()]; //~ smallvec-candidate
    counts.len()
}
// Too few allocations to matter.
fn few(text: &str) -> usize {
    let mut seen: Vec<u8> = Vec::with_capacity(4);
    seen.extend(text.bytes());
    seen.len()
}
// A string grows here, not the vector.
fn text_of(text: &str) -> usize {
    let parts: Vec<u32> = Vec::new(); let mut all = String::new(); all.push_str(text);
    all.len() + parts.len()
}
// Of what, nobody knows.
fn unknown(text: &str) -> usize {
    let mut things = Vec::new();
    things.push(elsewhere::thing(text));
    things.len()
}
