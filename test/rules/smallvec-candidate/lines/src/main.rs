mod tea;
fn main() {
    println!("{}", tea::all("green leaf hot"));
}
