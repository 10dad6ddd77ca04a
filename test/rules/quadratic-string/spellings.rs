pub fn y(v: &[u32]) -> String { let mut s = String::new(); for x in v { s = format!("{s},{x}"); } s } //~ quadratic-string
pub fn y2(v: &[u32]) -> String { let mut s = String::new(); for x in v { s = s.clone() + &x.to_string(); } s } //~ quadratic-string
pub fn y3(v: &[String]) -> String { let mut s = String::new(); for x in v { s = [s, x.clone()].concat(); } s } //~ quadratic-string
pub fn y4(v: &[String]) -> String { v.iter().fold(String::new(), |s, x| format!("{s}{x}")) } //~ quadratic-string
pub fn y5(v: &[String]) -> String { let mut s = String::new(); for x in v { s = format!("{}{}", s, x); } s } //~ quadratic-string
pub fn y6(v: &[String]) -> String { let mut s = String::new(); for x in v { s = format!("{}\n{x}", &s); } s } //~ quadratic-string
pub fn y7(v: &[String]) -> String { let mut s = String::new(); for x in v { s = [s.as_str(), x].join(","); } s } //~ quadratic-string
pub fn y8(v: &[String]) -> String { let mut s = String::new(); for x in v { s = s.to_string() + x; } s } //~ quadratic-string
pub fn y9(v: &[String]) -> Vec<String> { let mut all = vec![]; for x in v { all = [all, vec![x.clone()]].concat(); } all } //~ quadratic-string

// The folded string comes last: appending would not do.
pub fn reversed(v: &[String]) -> String {
    v.iter().fold(String::new(), |s, x| format!("{x}{s}"))
}
// A list of strings.
pub fn list(v: &[String]) -> Vec<String> {
    v.iter().fold(Vec::new(), |mut all, x| {
        all.push(format!("{x}"));
        all
    })
}
