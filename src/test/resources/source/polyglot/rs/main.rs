use std::env;
use std::env::var as read_var;

// env::var("IN_COMMENT")
/* env::var("A") /* env::var("B") */ env::var("C") */
const KEY: &str = "FROM_CONSTANT";

#[derive(Parser)]
struct Args {
    #[arg(long, env = "CLI_PORT", default_value = "80")] // read: CLI_PORT usable
    port: u16,
    #[clap(env = "CLI_TOKEN")] // read: CLI_TOKEN none
    token: String,
    #[arg(long, env)]
    from_field: String, // read: FROM_FIELD none derived
}

fn main() {
    let a = env::var("TOKEN").unwrap(); // read: TOKEN fails
    let b = std::env::var("HOST").unwrap_or_else(|_| "localhost".to_string()); // read: HOST usable
    let c = env::var("PORT").unwrap_or("80".into()); // read: PORT usable
    let d = env::var("BLANK").unwrap_or_default(); // read: BLANK empty
    let e = env::var("ASKED")?; // read: ASKED fails
    let f = env::var("EXPECTED").expect("EXPECTED must be set"); // read: EXPECTED fails
    let g = env::var("OPTIONAL").ok(); // read: OPTIONAL none
    let h = env::var_os("OS"); // read: OS none
    let i = read_var("RENAMED"); // read: RENAMED none
    let j = env::var(KEY); // read: FROM_CONSTANT none
    let k = option_env!("BUILD_ID").unwrap_or("dev"); // read: BUILD_ID usable build
    let l = env!("BUILD_SECRET"); // read: BUILD_SECRET fails build
    let m = r#"env::var("IN_RAW")"#;
    let n: &'static str = "env::var(\"IN_STRING\")";
    let o = '"';
    let p = env::var("NEW").unwrap_or_else(|_| String::new()); // read: NEW empty
    let q = other::var("NOT_READ");
    env::set_var("WRITTEN", "1");
    let r = env::var(format!("PRE_{}", name)); // read: * computed
}
