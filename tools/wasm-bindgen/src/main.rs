//! `buurtblik-wasm-bindgen INPUT.wasm OUT_DIR` writes `buurtblik.js` and `buurtblik_bg.wasm` into `OUT_DIR`:
//! what `wasm-bindgen --target web --no-typescript --out-name buurtblik` does, with a lock file and without the
//! test runner that comes with the published command.

use std::{env, path::PathBuf, process::ExitCode};

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let mut args = env::args_os().skip(1).map(PathBuf::from);
    let (Some(input), Some(out), None) = (args.next(), args.next(), args.next()) else {
        eprintln!("usage: buurtblik-wasm-bindgen INPUT.wasm OUT_DIR");
        return ExitCode::from(2);
    };
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&input)
        .out_name("buurtblik")
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    match bindgen.web(true).and_then(|web| web.generate(&out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error:#}", input.display());
            ExitCode::FAILURE
        }
    }
}
