//! A server for a folder, on this machine only: for `cargo xtask serve`, for the browser tests and for bench.

pub mod files;

use crate::failure::Failure;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::thread::{self, JoinHandle};
use tokio::runtime::Builder;
use tokio::sync::oneshot;

/// The port of `cargo xtask serve`.
pub const PORT: u16 = 8080;

/// How many ports after the wanted one are tried.
const TRIES: u16 = 100;

/// A folder that is being served. It stops when the value is dropped.
pub struct Site {
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
    port: u16,
}

impl Site {
    /// Serves `root` at the port, or the next free one. Port 0 is any free one.
    pub fn start(root: &Path, port: u16) -> Result<Self, Failure> {
        let listener = listen(port)?;
        let failed = |error: io::Error| no_port(port, &error);
        let port = listener.local_addr().map_err(failed)?.port();
        listener.set_nonblocking(true).map_err(failed)?;
        // One thread for all connections: a browser keeps as many of them open as it likes, and none waits for another.
        let runtime = Builder::new_current_thread().enable_io().build().map_err(failed)?;
        let listener = {
            let _runtime = runtime.enter();
            tokio::net::TcpListener::from_std(listener).map_err(failed)?
        };
        let (stop, stopped) = oneshot::channel();
        let router = files::router(root);
        let thread = thread::spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    // It never ends by itself: a connection that fails is only that connection's end.
                    _ = axum::serve(listener, router).into_future() => {}
                    _ = stopped => {}
                }
            });
        });
        Ok(Self { stop: Some(stop), thread: Some(thread), port })
    }

    /// The port that it is served at.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The address for a browser, with a slash at its end.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves until the program is stopped.
    pub fn forever(mut self) {
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            stop.send(()).ok();
        }
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

fn listen(wanted: u16) -> Result<TcpListener, Failure> {
    let mut port = wanted;
    loop {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && port < wanted.saturating_add(TRIES) => port += 1,
            Err(error) => return Err(no_port(wanted, &error)),
        }
    }
}

fn no_port(port: u16, error: &io::Error) -> Failure {
    Failure::new(
        format!("No port from {port} on could be used: {error}"),
        "a free port on 127.0.0.1",
        "stop another server, then run the same command again",
    )
}

#[cfg(test)]
mod tests {
    use super::Site;
    use crate::failure::Failure;
    use std::env;
    use std::io::{self, Read, Write};
    use std::net::TcpStream;
    use std::time::Duration;

    #[test]
    fn a_taken_port_makes_room_for_the_next_one() -> Result<(), Failure> {
        let first = Site::start(&env::temp_dir(), 0)?;
        let second = Site::start(&env::temp_dir(), first.port())?;
        assert!(second.port() > first.port());
        Ok(())
    }

    /// Two browsers that start at once open a dozen connections, and keep them: each is answered.
    #[test]
    fn connections_that_stay_open_do_not_keep_others_from_being_answered() -> io::Result<()> {
        for _ in 0..20 {
            let Ok(site) = Site::start(&env::temp_dir(), 0) else { return Err(io::ErrorKind::AddrInUse.into()) };
            let open =
                (0..24).map(|_| TcpStream::connect(("127.0.0.1", site.port()))).collect::<Result<Vec<_>, _>>()?;
            for mut stream in &open {
                stream.set_read_timeout(Some(Duration::from_secs(10)))?;
                stream.write_all(b"GET /no-such-file HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
                let mut start = [0; 12];
                stream.read_exact(&mut start)?;
                assert_eq!(&start, b"HTTP/1.1 404");
            }
        }
        Ok(())
    }

    #[test]
    fn a_head_request_is_answered_without_a_body() -> Result<(), Failure> {
        let site = Site::start(&env::temp_dir(), 0)?;
        let mut answer = String::new();
        let mut ask = || {
            let mut stream = TcpStream::connect(("127.0.0.1", site.port()))?;
            stream.write_all(b"HEAD /no-such-file HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
            stream.read_to_string(&mut answer)
        };
        assert!(ask().is_ok());
        assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
        assert!(answer.ends_with("\r\n\r\n"), "{answer}");
        Ok(())
    }
}
