// deps: tokio = "1", serde_json = "1"
use serde_json::Value;
use std::collections::HashMap;
use std::sync::Arc;

#[derive(Clone)]
struct Plan {
    steps: Vec<String>,
    name: String,
}
#[derive(Clone, Copy)]
struct Point(u32, u32);

struct Runner {
    plan: Plan,
}

async fn run(_: Plan, _: u32) {}

impl Runner {
    fn all(&self, ids: &[u32]) {
        for id in ids {
            let plan = self.plan.clone(); //~ heavy-clone-in-loop
            let id = *id;
            tokio::spawn(async move { run(plan, id).await });
        }
    }
}

fn values(base: &Value, n: u32) -> Vec<(u32, Value)> {
    (0..n).map(|i| (i, base.clone())).collect() //~ heavy-clone-in-loop
}

fn lists(template: Vec<u32>, rows: &[u32]) -> Vec<Vec<u32>> {
    let mut out = Vec::new();
    for _ in rows {
        out.push(template.clone()); //~ heavy-clone-in-loop
    }
    out
}

fn maps(defaults: &HashMap<String, u32>, names: Vec<String>) -> HashMap<String, HashMap<String, u32>> {
    names.into_iter().map(|name| (name, defaults.clone())).collect() //~ heavy-clone-in-loop
}

// A counter goes up.
fn shared(plan: Arc<Plan>, ids: &[u32]) -> Vec<Arc<Plan>> {
    ids.iter().map(|_| plan.clone()).collect()
}

// Each element has its own.
fn own(plans: &[Plan]) -> Vec<Plan> {
    let mut out = Vec::new();
    for plan in plans {
        out.push(plan.clone());
    }
    out
}

// The copy is changed.
fn changed(plan: &Plan, ids: &[u32]) -> usize {
    let mut n = 0;
    for id in ids {
        let mut mine = plan.clone();
        mine.steps.push(id.to_string());
        n += mine.steps.len();
    }
    n
}

// A snapshot of what grows.
fn snapshots(ids: &[u32]) -> Vec<Vec<u32>> {
    let mut sofar = Vec::new();
    let mut all: Vec<Vec<u32>> = Vec::new();
    for id in ids {
        sofar.push(*id);
        all.push(sofar.clone());
    }
    all
}

// Bits.
fn points(p: Point, n: u32) -> Vec<Point> {
    (0..n).map(|_| p.clone()).collect()
}

// Once.
fn once(plan: &Plan) -> Plan {
    plan.clone()
}

// A short text.
fn texts(plan: &Plan, ids: &[u32]) -> Vec<String> {
    ids.iter().map(|_| plan.name.clone()).collect()
}
