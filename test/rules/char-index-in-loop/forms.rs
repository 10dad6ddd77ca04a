struct Scanner {
    text: String,
    at: usize,
}
impl Scanner {
    fn run(&mut self) -> usize {
        let mut n = 0;
        while self.at < self.text.chars().count() { //~ char-index-in-loop
            if self.text.chars().nth(self.at).unwrap().is_numeric() { //~ char-index-in-loop
                n += 1;
            }
            self.at += 1;
        }
        n
    }
}
fn closures(text: String, at: &[usize]) -> Vec<char> {
    at.iter().filter_map(|i| text.chars().nth(*i)).collect() //~ char-index-in-loop
}
fn padded(text: &str, rows: &[usize]) -> usize {
    let mut sum = 0;
    for row in rows {
        sum += row * text.chars().count(); //~ char-index-in-loop
    }
    sum
}
// Once.
fn once(text: &str, i: usize) -> Option<char> {
    text.chars().nth(i)
}
fn range(text: &str) -> usize {
    let mut n = 0;
    for i in 0..text.chars().count() {
        n += i;
    }
    n
}
// A string of the iteration.
fn each(words: &[String]) -> usize {
    words.iter().map(|word| word.chars().count()).sum()
}
// It grows.
fn grown(mut text: String) -> String {
    while text.chars().count() < 10 {
        text.push(' ');
    }
    text
}
// The first characters are near.
fn second(words: &[u32], text: &str) -> usize {
    words.iter().filter(|_| text.chars().nth(1) == Some('x')).count()
}
// Bytes have positions.
fn bytes(text: &str, at: &[usize]) -> usize {
    at.iter().filter(|i| text.as_bytes()[**i] == b' ').count()
}
// Another iterator.
fn lines(text: &str, at: &[usize]) -> usize {
    at.iter().filter(|i| text.lines().nth(**i).is_some()).count()
}

// For the last cell only.
fn ends(offsets: &[usize], name: &str) -> Vec<usize> {
    let mut all = Vec::new();
    for i in 0..offsets.len() {
        let end = if i + 1 < offsets.len() {
            offsets[i + 1]
        } else {
            name.chars().count()
        };
        all.push(end);
    }
    all
}
