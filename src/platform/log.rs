//! The log goes its own way: nobody who is answered waits for whoever reads it, and a reader that is gone, stopped or out
//! of room stops nothing. What cannot be written then is lost, and counted.

use std::io::{self, Write};
use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use tracing_subscriber::fmt::MakeWriter;

/// Lines that may wait to be written.
const MOST_WAITING: usize = 10_000;
/// How long the end of the program waits for the last of them.
const LAST_LINES: Duration = Duration::from_secs(1);

enum Message {
    Line(Vec<u8>),
    /// Everything before this was written, or could not be.
    Flush(SyncSender<()>),
}

static QUEUE: OnceLock<SyncSender<Message>> = OnceLock::new();

/// Where the log is written to.
#[derive(Clone, Copy)]
pub struct Log;

impl<'a> MakeWriter<'a> for Log {
    type Writer = Line;

    fn make_writer(&'a self) -> Line {
        Line(Vec::new())
    }
}

/// One line, which is passed on whole when it is dropped.
pub struct Line(Vec<u8>);

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        let line = std::mem::take(&mut self.0);
        if QUEUE.get_or_init(start).try_send(Message::Line(line)).is_err() {
            lost();
        }
    }
}

/// A line that cannot be written.
fn lost() {
    metrics::counter!("buurtblik_log_lines_lost_total").increment(1);
}

fn start() -> SyncSender<Message> {
    let (send, receive) = sync_channel(MOST_WAITING);
    // Without a thread for it there is no log; the lines that come are counted as lost.
    drop(thread::Builder::new().name("log".to_owned()).spawn(move || write_all(&receive, &mut io::stderr())));
    send
}

/// Writes lines until nobody sends any more; how many could not be written.
fn write_all(lines: &Receiver<Message>, to: &mut impl Write) -> u64 {
    let mut unwritten = 0;
    while let Ok(message) = lines.recv() {
        match message {
            Message::Line(line) => {
                if to.write_all(&line).is_err() {
                    unwritten += 1;
                    lost();
                }
            }
            // Who waited may have gone on.
            Message::Flush(done) => drop(done.try_send(())),
        }
    }
    unwritten
}

/// Waits, for a second at most, until what was logged is written.
pub fn flush() {
    let Some(queue) = QUEUE.get() else { return };
    let (done, written) = sync_channel(1);
    if queue.try_send(Message::Flush(done)).is_ok() {
        // A reader that has stopped is not waited for any longer.
        let _ = written.recv_timeout(LAST_LINES);
    }
}

#[cfg(test)]
mod tests {
    use super::{Message, write_all};
    use std::io::{self, Write};
    use std::sync::mpsc::sync_channel;

    struct Gone;

    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn lines_are_written_in_order_and_those_that_cannot_be_are_counted() {
        let send = |lines: &[&str]| {
            let (send, receive) = sync_channel(9);
            for line in lines {
                send.send(Message::Line(line.as_bytes().to_vec())).unwrap();
            }
            receive
        };
        let mut written = Vec::new();
        assert_eq!(write_all(&send(&["een\n", "twee\n"]), &mut written), 0);
        assert_eq!(written, b"een\ntwee\n");
        assert_eq!(write_all(&send(&["drie\n"]), &mut Gone), 1);
    }
}
