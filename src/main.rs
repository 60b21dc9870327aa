//! The program: the command line starts here.

fn main() -> std::process::ExitCode {
    buurtblik::cli::run()
}
