//! A server for a folder, on this machine only: for `cargo xtask serve` and for the browser tests.

use crate::failure::Failure;
use crate::reply::{self, Reply};
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use tiny_http::{Header, Request, Response, Server};

/// The port of `cargo xtask serve`.
pub const PORT: u16 = 8080;

/// How many ports after the wanted one are tried.
const TRIES: u16 = 100;

/// As many as a browser opens connections: one slow file does not hold up the others.
const THREADS: usize = 6;

/// A folder that is being served. It stops when the value is dropped.
pub struct Site {
    server: Arc<Server>,
    threads: Vec<JoinHandle<()>>,
    port: u16,
}

impl Site {
    /// Serves `root` at the port, or the next free one. Port 0 is any free one.
    pub fn start(root: &Path, port: u16) -> Result<Self, Failure> {
        let listener = listen(port)?;
        let port = listener.local_addr().map_err(|error| no_port(port, &error))?.port();
        let server = Server::from_listener(listener, None)
            .map_err(|error| no_port(port, &io::Error::other(error.to_string())))
            .map(Arc::new)?;
        let threads = (0..THREADS).map(|_| answering(Arc::clone(&server), root.to_path_buf())).collect();
        Ok(Self { server, threads, port })
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
        for thread in self.threads.drain(..) {
            thread.join().ok();
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        for _ in &self.threads {
            self.server.unblock();
        }
        for thread in self.threads.drain(..) {
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

fn answering(server: Arc<Server>, root: PathBuf) -> JoinHandle<()> {
    thread::spawn(move || {
        // `recv` fails once for each `unblock`: the end of this thread.
        while let Ok(request) = server.recv() {
            answer(request, &root);
        }
    })
}

fn answer(request: Request, root: &Path) {
    let brotli = request
        .headers()
        .iter()
        .any(|header| header.field.equiv("Accept-Encoding") && header.value.as_str().contains("br"));
    let Reply { status, headers, body } = reply::to(root, request.method().as_str(), request.url(), brotli);
    let headers = headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, value.as_bytes()).ok());
    let response = headers.fold(Response::from_data(body).with_status_code(status), Response::with_header);
    // A browser that closes the connection early is no error of ours.
    request.respond(response).ok();
}

#[cfg(test)]
mod tests {
    use super::Site;
    use crate::failure::Failure;
    use std::env;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    #[test]
    fn a_taken_port_makes_room_for_the_next_one() -> Result<(), Failure> {
        let first = Site::start(&env::temp_dir(), 0)?;
        let second = Site::start(&env::temp_dir(), first.port())?;
        assert!(second.port() > first.port());
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
