//! A program of one's own for each story: its folder, its database, its server.

mod fixtures;
mod place;
mod reply;
mod server;

pub use fixtures::{
    BOUNDARY, FAR, MIDDLE, data, id, is_participant, jpeg, multipart, participant, pin, png_header, with_exif,
};
pub use place::{Database, Place, Ran, databases};
pub use reply::Reply;
pub use server::{TestServer, server};

/// Runs a story beside a server with an open wijksessie, on each database.
pub fn story(test: impl AsyncFn(&mut TestServer)) {
    server().story(test);
}

/// Runs a story of commands only, on each database.
pub fn commands(test: impl AsyncFn(&Place)) {
    for database in databases() {
        runtime().block_on(async {
            let place = Place::new(database).await;
            test(&place).await;
        });
    }
}

/// Waits for a story that sets its own place up.
pub fn wait_for(story: impl Future<Output = ()>) {
    runtime().block_on(story);
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}
