/** Signatures of the standard library that rules depend on; form: signatures.ts. */
export const STD = `
alias std::io::Result<T> = Result<T, std::io::Error>
alias std::fmt::Result = Result<(), std::fmt::Error>
alias std::thread::Result<T> = Result<T, std::any::Any>
alias std::sync::LockResult<T> = Result<T, std::sync::PoisonError>

std::option::Option<T>
  unwrap(self) -> T
  expect(self, _) -> T
  unwrap_or(self, T) -> T
  unwrap_or_else(self, fn() -> T) -> T
  unwrap_or_default(self) -> T
  ok_or<E>(self, E) -> Result<T, E>
  ok_or_else<E>(self, fn() -> E) -> Result<T, E>
  map<U>(self, fn(T) -> U) -> Option<U>
  and_then<U>(self, fn(T) -> Option<U>) -> Option<U>
  filter(self, fn(&T) -> bool) -> Option<T>
  or(self, Option<T>) -> Option<T>
  or_else(self, fn() -> Option<T>) -> Option<T>
  as_ref(&self) -> Option<&T>
  as_mut(&mut self) -> Option<&mut T>
  as_deref(&self) -> Option<&T>
  as_deref_mut(&mut self) -> Option<&mut T>
  take(&mut self) -> Option<T>
  replace(&mut self, T) -> Option<T>
  insert(&mut self, T) -> &mut T
  get_or_insert_with(&mut self, fn() -> T) -> &mut T
  get_or_insert(&mut self, T) -> &mut T
  cloned(self) -> Option<T>
  copied(self) -> Option<T>
  clone(&self) -> Option<T>
  iter(&self) -> Iter<&T>
  into_iter(self) -> Iter<T>
  is_some(&self) -> bool
  is_none(&self) -> bool
  is_some_and(self, fn(T) -> bool) -> bool
  map_or<U>(self, U, fn(T) -> U) -> U
  map_or_else<U>(self, fn() -> U, fn(T) -> U) -> U
  inspect(self, fn(&T)) -> Option<T>
  flatten(self) -> T
  transpose(self) -> _
  context(self, _) -> Result<T, anyhow::Error>
  with_context(self, fn() -> _) -> Result<T, anyhow::Error>

std::result::Result<T, E>
  unwrap(self) -> T
  expect(self, _) -> T
  unwrap_or(self, T) -> T
  unwrap_or_else(self, fn(E) -> T) -> T
  unwrap_or_default(self) -> T
  unwrap_err(self) -> E
  ok(self) -> Option<T>
  err(self) -> Option<E>
  map<U>(self, fn(T) -> U) -> Result<U, E>
  map_err<F>(self, fn(E) -> F) -> Result<T, F>
  and_then<U>(self, fn(T) -> Result<U, E>) -> Result<U, E>
  or_else<F>(self, fn(E) -> Result<T, F>) -> Result<T, F>
  as_ref(&self) -> Result<&T, &E>
  as_mut(&mut self) -> Result<&mut T, &mut E>
  as_deref(&self) -> Result<&T, &E>
  is_ok(&self) -> bool
  is_err(&self) -> bool
  map_or<U>(self, U, fn(T) -> U) -> U
  map_or_else<U>(self, fn(E) -> U, fn(T) -> U) -> U
  inspect(self, fn(&T)) -> Result<T, E>
  inspect_err(self, fn(&E)) -> Result<T, E>
  iter(&self) -> Iter<&T>
  context(self, _) -> Result<T, anyhow::Error>
  with_context(self, fn() -> _) -> Result<T, anyhow::Error>
  wrap_err(self, _) -> Result<T, eyre::Report>
  wrap_err_with(self, fn() -> _) -> Result<T, eyre::Report>
  into_diagnostic(self) -> Result<T, miette::Report>
  cloned(self) -> Result<T, E>
  copied(self) -> Result<T, E>

std::boxed::Box<T> => T
  new(T) -> Box<T>
  pin(T) -> std::pin::Pin<Box<T>>
std::rc::Rc<T> => T
  new(T) -> Rc<T>
  clone(&self) -> Rc<T>
std::sync::Arc<T> => T
  new(T) -> Arc<T>
  clone(&self) -> Arc<T>
  downgrade(&Arc<T>) -> std::sync::Weak<T>
  get_mut(&mut Arc<T>) -> Option<&mut T>
  make_mut(&mut Arc<T>) -> &mut T
  try_unwrap(Arc<T>) -> Result<T, Arc<T>>
std::sync::Weak<T>
  upgrade(&self) -> Option<Arc<T>>
std::rc::Weak<T>
  upgrade(&self) -> Option<Rc<T>>
std::pin::Pin<T> => T
  new(T) -> std::pin::Pin<T>
  as_mut(&mut self) -> std::pin::Pin<T>
  get_mut(self) -> T
std::borrow::Cow<T> => T
  into_owned(self) -> T
  to_mut(&mut self) -> &mut T

std::sync::Mutex<T>
  new(T) -> std::sync::Mutex<T>
  lock(&self) -> Result<std::sync::MutexGuard<T>, std::sync::PoisonError>
  try_lock(&self) -> Result<std::sync::MutexGuard<T>, std::sync::TryLockError>
  into_inner(self) -> Result<T, std::sync::PoisonError>
  get_mut(&mut self) -> Result<&mut T, std::sync::PoisonError>
std::sync::MutexGuard<T> => T
std::sync::RwLock<T>
  new(T) -> std::sync::RwLock<T>
  read(&self) -> Result<std::sync::RwLockReadGuard<T>, std::sync::PoisonError>
  write(&self) -> Result<std::sync::RwLockWriteGuard<T>, std::sync::PoisonError>
  try_read(&self) -> Result<std::sync::RwLockReadGuard<T>, std::sync::TryLockError>
  try_write(&self) -> Result<std::sync::RwLockWriteGuard<T>, std::sync::TryLockError>
std::sync::RwLockReadGuard<T> => T
std::sync::RwLockWriteGuard<T> => T
std::sync::ReentrantLock<T>
  new(T) -> std::sync::ReentrantLock<T>
  lock(&self) -> std::sync::ReentrantLockGuard<T>
std::sync::ReentrantLockGuard<T> => T
std::sync::LazyLock<T> => T
  new(fn() -> T) -> std::sync::LazyLock<T>
  force(&std::sync::LazyLock<T>) -> &T
std::sync::OnceLock<T>
  new() -> std::sync::OnceLock<T>
  get(&self) -> Option<&T>
  get_or_init(&self, fn() -> T) -> &T
std::cell::OnceCell<T>
  get(&self) -> Option<&T>
  get_or_init(&self, fn() -> T) -> &T
std::cell::LazyCell<T> => T
std::cell::RefCell<T>
  new(T) -> std::cell::RefCell<T>
  borrow(&self) -> std::cell::Ref<T>
  borrow_mut(&self) -> std::cell::RefMut<T>
std::cell::Ref<T> => T
std::cell::RefMut<T> => T
std::cell::Cell<T>
  new(T) -> std::cell::Cell<T>
  get(&self) -> T
std::sync::Condvar
  new() -> std::sync::Condvar
  wait<T>(&self, T) -> Result<T, std::sync::PoisonError>
std::sync::Barrier
  new(usize) -> std::sync::Barrier
std::thread::LocalKey<T>
  with<R>(&self, fn(&T) -> R) -> R
  with_borrow<R>(&self, fn(&T) -> R) -> R
  with_borrow_mut<R>(&self, fn(&mut T) -> R) -> R

std::sync::mpsc::channel<T>() -> (std::sync::mpsc::Sender<T>, std::sync::mpsc::Receiver<T>)
std::sync::mpsc::sync_channel<T>(usize) -> (std::sync::mpsc::SyncSender<T>, std::sync::mpsc::Receiver<T>)
std::sync::mpsc::Sender<T>
  clone(&self) -> std::sync::mpsc::Sender<T>
  send(&self, T) -> Result<(), std::sync::mpsc::SendError<T>>
std::sync::mpsc::SyncSender<T>
  clone(&self) -> std::sync::mpsc::SyncSender<T>
  send(&self, T) -> Result<(), std::sync::mpsc::SendError<T>>
std::sync::mpsc::Receiver<T>
  recv(&self) -> Result<T, std::sync::mpsc::RecvError>
  try_recv(&self) -> Result<T, std::sync::mpsc::TryRecvError>
  recv_timeout(&self, Duration) -> Result<T, std::sync::mpsc::RecvTimeoutError>
  iter(&self) -> Iter<T>
  into_iter(self) -> Iter<T>
std::thread::spawn<T>(fn() -> T) -> std::thread::JoinHandle<T>
std::thread::JoinHandle<T>
  join(self) -> Result<T, std::any::Any>
  is_finished(&self) -> bool
std::thread::Builder
  new() -> std::thread::Builder
  name(self, String) -> std::thread::Builder
  stack_size(self, usize) -> std::thread::Builder
  spawn<T>(self, fn() -> T) -> Result<std::thread::JoinHandle<T>, std::io::Error>
std::thread::Scope
  spawn<T>(&self, fn() -> T) -> std::thread::ScopedJoinHandle<T>
std::thread::ScopedJoinHandle<T>
  join(self) -> Result<T, std::any::Any>

std::string::String => str
  new() -> String
  with_capacity(usize) -> String
  from(_) -> String
  from_utf8(Vec<u8>) -> Result<String, std::string::FromUtf8Error>
  from_utf8_lossy(&[u8]) -> std::borrow::Cow<str>
  clone(&self) -> String
  as_str(&self) -> &str
  into_bytes(self) -> Vec<u8>
  into_boxed_str(self) -> Box<str>
str
  to_string(&self) -> String
  to_owned(&self) -> String
  to_lowercase(&self) -> String
  to_uppercase(&self) -> String
  to_ascii_lowercase(&self) -> String
  to_ascii_uppercase(&self) -> String
  trim(&self) -> &str
  trim_start(&self) -> &str
  trim_end(&self) -> &str
  trim_matches(&self, _) -> &str
  trim_start_matches(&self, _) -> &str
  trim_end_matches(&self, _) -> &str
  strip_prefix(&self, _) -> Option<&str>
  strip_suffix(&self, _) -> Option<&str>
  split(&self, _) -> Iter<&str>
  rsplit(&self, _) -> Iter<&str>
  splitn(&self, usize, _) -> Iter<&str>
  split_whitespace(&self) -> Iter<&str>
  split_terminator(&self, _) -> Iter<&str>
  split_once(&self, _) -> Option<(&str, &str)>
  rsplit_once(&self, _) -> Option<(&str, &str)>
  lines(&self) -> Iter<&str>
  chars(&self) -> Iter<char>
  char_indices(&self) -> Iter<(usize, char)>
  bytes(&self) -> Iter<u8>
  as_bytes(&self) -> &[u8]
  len(&self) -> usize
  is_empty(&self) -> bool
  parse(&self) -> Result<_, _>
  repeat(&self, usize) -> String
  replace(&self, _, _) -> String
  replacen(&self, _, _, usize) -> String
  find(&self, _) -> Option<usize>
  contains(&self, _) -> bool
  starts_with(&self, _) -> bool
  ends_with(&self, _) -> bool
  as_str(&self) -> &str
  to_socket_addrs(&self) -> Result<Iter<std::net::SocketAddr>, std::io::Error>

std::vec::Vec<T> => [T]
  new() -> Vec<T>
  with_capacity(usize) -> Vec<T>
  from(_) -> Vec<T>
  clone(&self) -> Vec<T>
  pop(&mut self) -> Option<T>
  remove(&mut self, usize) -> T
  swap_remove(&mut self, usize) -> T
  drain(&mut self, _) -> Iter<T>
  into_iter(self) -> Iter<T>
  as_slice(&self) -> &[T]
  into_boxed_slice(self) -> Box<[T]>
  split_off(&mut self, usize) -> Vec<T>
  push(&mut self, T)
  retain(&mut self, fn(&T) -> bool)
  capacity(&self) -> usize
  extend_from_slice(&mut self, &[T])
std::collections::VecDeque<T>
  new() -> std::collections::VecDeque<T>
  with_capacity(usize) -> std::collections::VecDeque<T>
  pop_front(&mut self) -> Option<T>
  pop_back(&mut self) -> Option<T>
  front(&self) -> Option<&T>
  back(&self) -> Option<&T>
  get(&self, usize) -> Option<&T>
  iter(&self) -> Iter<&T>
  iter_mut(&mut self) -> Iter<&mut T>
  into_iter(self) -> Iter<T>
  drain(&mut self, _) -> Iter<T>
  len(&self) -> usize
  push_back(&mut self, T)
std::collections::BinaryHeap<T>
  new() -> std::collections::BinaryHeap<T>
  pop(&mut self) -> Option<T>
  peek(&self) -> Option<&T>
  into_iter(self) -> Iter<T>
  iter(&self) -> Iter<&T>
std::collections::HashMap<K, V>
  new() -> HashMap<K, V>
  with_capacity(usize) -> HashMap<K, V>
  get(&self, _) -> Option<&V>
  get_mut(&mut self, _) -> Option<&mut V>
  remove(&mut self, _) -> Option<V>
  insert(&mut self, K, V) -> Option<V>
  contains_key(&self, _) -> bool
  entry(&mut self, K) -> std::collections::hash_map::Entry<K, V>
  iter(&self) -> Iter<(&K, &V)>
  iter_mut(&mut self) -> Iter<(&K, &mut V)>
  into_iter(self) -> Iter<(K, V)>
  keys(&self) -> Iter<&K>
  values(&self) -> Iter<&V>
  values_mut(&mut self) -> Iter<&mut V>
  into_values(self) -> Iter<V>
  into_keys(self) -> Iter<K>
  drain(&mut self) -> Iter<(K, V)>
  clone(&self) -> HashMap<K, V>
  len(&self) -> usize
  is_empty(&self) -> bool
std::collections::BTreeMap<K, V>
  new() -> BTreeMap<K, V>
  get(&self, _) -> Option<&V>
  get_mut(&mut self, _) -> Option<&mut V>
  remove(&mut self, _) -> Option<V>
  insert(&mut self, K, V) -> Option<V>
  contains_key(&self, _) -> bool
  entry(&mut self, K) -> std::collections::hash_map::Entry<K, V>
  iter(&self) -> Iter<(&K, &V)>
  iter_mut(&mut self) -> Iter<(&K, &mut V)>
  into_iter(self) -> Iter<(K, V)>
  keys(&self) -> Iter<&K>
  values(&self) -> Iter<&V>
  values_mut(&mut self) -> Iter<&mut V>
  into_values(self) -> Iter<V>
  len(&self) -> usize
  is_empty(&self) -> bool
std::collections::hash_map::Entry<K, V>
  or_insert(self, V) -> &mut V
  or_insert_with(self, fn() -> V) -> &mut V
  or_default(self) -> &mut V
  and_modify(self, fn(&mut V)) -> std::collections::hash_map::Entry<K, V>
std::collections::HashSet<T>
  new() -> HashSet<T>
  with_capacity(usize) -> HashSet<T>
  iter(&self) -> Iter<&T>
  into_iter(self) -> Iter<T>
  drain(&mut self) -> Iter<T>
  contains(&self, _) -> bool
  insert(&mut self, T) -> bool
  remove(&mut self, _) -> bool
  take(&mut self, _) -> Option<T>
  len(&self) -> usize
std::collections::BTreeSet<T>
  new() -> std::collections::BTreeSet<T>
  iter(&self) -> Iter<&T>
  into_iter(self) -> Iter<T>
  contains(&self, _) -> bool
  first(&self) -> Option<&T>
  len(&self) -> usize
std::slice<T>
  iter(&self) -> Iter<&T>
  iter_mut(&mut self) -> Iter<&mut T>
  into_iter(&self) -> Iter<&T>
  first(&self) -> Option<&T>
  last(&self) -> Option<&T>
  first_mut(&mut self) -> Option<&mut T>
  last_mut(&mut self) -> Option<&mut T>
  get(&self, _) -> Option<&T>
  get_mut(&mut self, _) -> Option<&mut T>
  to_vec(&self) -> Vec<T>
  into_vec(self) -> Vec<T>
  to_owned(&self) -> Vec<T>
  chunks(&self, usize) -> Iter<&[T]>
  chunks_exact(&self, usize) -> Iter<&[T]>
  windows(&self, usize) -> Iter<&[T]>
  split_at(&self, usize) -> (&[T], &[T])
  split_first(&self) -> Option<(&T, &[T])>
  split_last(&self) -> Option<(&T, &[T])>
  concat(&self) -> _
  join(&self, _) -> String
  len(&self) -> usize
  is_empty(&self) -> bool
  contains(&self, _) -> bool
  iter_copied(&self) -> Iter<T>

std::iter::Iterator<T>
  next(&mut self) -> Option<T>
  map<U>(self, fn(T) -> U) -> Iter<U>
  filter(self, fn(&T) -> bool) -> Iter<T>
  filter_map<U>(self, fn(T) -> Option<U>) -> Iter<U>
  flat_map<U>(self, fn(T) -> U) -> Iter<_>
  flatten(self) -> Iter<_>
  for_each(self, fn(T))
  try_for_each(self, fn(T) -> _) -> _
  inspect(self, fn(&T)) -> Iter<T>
  enumerate(self) -> Iter<(usize, T)>
  zip(self, _) -> Iter<(T, _)>
  rev(self) -> Iter<T>
  chain(self, _) -> Iter<T>
  skip(self, usize) -> Iter<T>
  take(self, usize) -> Iter<T>
  skip_while(self, fn(&T) -> bool) -> Iter<T>
  take_while(self, fn(&T) -> bool) -> Iter<T>
  step_by(self, usize) -> Iter<T>
  peekable(self) -> Iter<T>
  fuse(self) -> Iter<T>
  by_ref(&mut self) -> Iter<T>
  cycle(self) -> Iter<T>
  cloned(self) -> Iter<T>
  copied(self) -> Iter<T>
  peek(&mut self) -> Option<&T>
  last(self) -> Option<T>
  nth(&mut self, usize) -> Option<T>
  find(&mut self, fn(&T) -> bool) -> Option<T>
  find_map<U>(&mut self, fn(T) -> Option<U>) -> Option<U>
  position(&mut self, fn(T) -> bool) -> Option<usize>
  any(&mut self, fn(T) -> bool) -> bool
  all(&mut self, fn(T) -> bool) -> bool
  count(self) -> usize
  max(self) -> Option<T>
  min(self) -> Option<T>
  max_by_key(self, fn(&T) -> _) -> Option<T>
  min_by_key(self, fn(&T) -> _) -> Option<T>
  reduce(self, fn(T, T) -> T) -> Option<T>
  fold<B>(self, B, fn(B, T) -> B) -> B
  try_fold<B>(self, B, fn(B, T) -> _) -> _
  into_iter(self) -> Iter<T>
  iter(&self) -> Iter<T>
  sorted(self) -> Iter<T>
  collect_vec(self) -> Vec<T>

std::fs::File
  open(_) -> Result<std::fs::File, std::io::Error>
  create(_) -> Result<std::fs::File, std::io::Error>
  create_new(_) -> Result<std::fs::File, std::io::Error>
  options() -> std::fs::OpenOptions
  try_clone(&self) -> Result<std::fs::File, std::io::Error>
  take(self, u64) -> std::io::Take<std::fs::File>
  metadata(&self) -> Result<std::fs::Metadata, std::io::Error>
std::fs::OpenOptions
  new() -> std::fs::OpenOptions
  read(&mut self, bool) -> std::fs::OpenOptions
  write(&mut self, bool) -> std::fs::OpenOptions
  append(&mut self, bool) -> std::fs::OpenOptions
  create(&mut self, bool) -> std::fs::OpenOptions
  create_new(&mut self, bool) -> std::fs::OpenOptions
  truncate(&mut self, bool) -> std::fs::OpenOptions
  mode(&mut self, _) -> std::fs::OpenOptions
  open(&self, _) -> Result<std::fs::File, std::io::Error>
std::fs::read(_) -> Result<Vec<u8>, std::io::Error>
std::fs::read_to_string(_) -> Result<String, std::io::Error>
std::fs::write(_, _) -> Result<(), std::io::Error>
std::fs::read_dir(_) -> Result<std::fs::ReadDir, std::io::Error>
std::fs::metadata(_) -> Result<std::fs::Metadata, std::io::Error>
std::fs::canonicalize(_) -> Result<PathBuf, std::io::Error>
std::fs::read_link(_) -> Result<PathBuf, std::io::Error>
std::fs::ReadDir
  into_iter(self) -> Iter<Result<std::fs::DirEntry, std::io::Error>>
  map<U>(self, fn(Result<std::fs::DirEntry, std::io::Error>) -> U) -> Iter<U>
  filter_map<U>(self, fn(Result<std::fs::DirEntry, std::io::Error>) -> Option<U>) -> Iter<U>
  next(&mut self) -> Option<Result<std::fs::DirEntry, std::io::Error>>
std::fs::DirEntry
  path(&self) -> PathBuf
  metadata(&self) -> Result<std::fs::Metadata, std::io::Error>
std::fs::DirBuilder
  new() -> std::fs::DirBuilder
std::path::PathBuf => std::path::Path
  new() -> PathBuf
  from(_) -> PathBuf
  clone(&self) -> PathBuf
  as_path(&self) -> &Path
std::path::Path
  new(_) -> &Path
  join(&self, _) -> PathBuf
  to_path_buf(&self) -> PathBuf
  to_owned(&self) -> PathBuf
  parent(&self) -> Option<&Path>
  with_extension(&self, _) -> PathBuf
  with_file_name(&self, _) -> PathBuf
  exists(&self) -> bool
  is_file(&self) -> bool
  is_dir(&self) -> bool
  file_name(&self) -> Option<&std::ffi::OsStr>
  extension(&self) -> Option<&std::ffi::OsStr>
  file_stem(&self) -> Option<&std::ffi::OsStr>
  to_str(&self) -> Option<&str>
  to_string_lossy(&self) -> std::borrow::Cow<str>
  display(&self) -> std::path::Display
  canonicalize(&self) -> Result<PathBuf, std::io::Error>
  metadata(&self) -> Result<std::fs::Metadata, std::io::Error>
  read_dir(&self) -> Result<std::fs::ReadDir, std::io::Error>
  strip_prefix(&self, _) -> Result<&Path, _>
std::env::current_dir() -> Result<PathBuf, std::io::Error>
std::env::temp_dir() -> PathBuf
std::env::var(_) -> Result<String, std::env::VarError>
std::env::args() -> Iter<String>

std::io::BufReader<R>
  new(R) -> std::io::BufReader<R>
  with_capacity(usize, R) -> std::io::BufReader<R>
  lines(self) -> Iter<Result<String, std::io::Error>>
  get_ref(&self) -> &R
  get_mut(&mut self) -> &mut R
  into_inner(self) -> R
std::io::BufWriter<W>
  new(W) -> std::io::BufWriter<W>
  with_capacity(usize, W) -> std::io::BufWriter<W>
  get_ref(&self) -> &W
  get_mut(&mut self) -> &mut W
  into_inner(self) -> Result<W, _>
std::io::LineWriter<W>
  new(W) -> std::io::LineWriter<W>
std::io::Cursor<T>
  new(T) -> std::io::Cursor<T>
  into_inner(self) -> T
  get_ref(&self) -> &T
std::io::Take<R>
std::io::stdin() -> std::io::Stdin
std::io::stdout() -> std::io::Stdout
std::io::stderr() -> std::io::Stderr
std::io::Stdin
  lock(&self) -> std::io::StdinLock
  lines(self) -> Iter<Result<String, std::io::Error>>
  read_line(&self, &mut String) -> Result<usize, std::io::Error>
std::io::StdinLock
  lines(self) -> Iter<Result<String, std::io::Error>>
std::io::Stdout
  lock(&self) -> std::io::StdoutLock
std::io::Stderr
  lock(&self) -> std::io::StderrLock

std::net::TcpStream
  connect(_) -> Result<std::net::TcpStream, std::io::Error>
  connect_timeout(_, Duration) -> Result<std::net::TcpStream, std::io::Error>
  try_clone(&self) -> Result<std::net::TcpStream, std::io::Error>
std::net::TcpListener
  bind(_) -> Result<std::net::TcpListener, std::io::Error>
  accept(&self) -> Result<(std::net::TcpStream, std::net::SocketAddr), std::io::Error>
  incoming(&self) -> Iter<Result<std::net::TcpStream, std::io::Error>>
  local_addr(&self) -> Result<std::net::SocketAddr, std::io::Error>
std::net::UdpSocket
  bind(_) -> Result<std::net::UdpSocket, std::io::Error>
std::os::unix::net::UnixStream
  connect(_) -> Result<std::os::unix::net::UnixStream, std::io::Error>
  pair() -> Result<(std::os::unix::net::UnixStream, std::os::unix::net::UnixStream), std::io::Error>
std::os::unix::net::UnixListener
  bind(_) -> Result<std::os::unix::net::UnixListener, std::io::Error>
  accept(&self) -> Result<(std::os::unix::net::UnixStream, _), std::io::Error>
  incoming(&self) -> Iter<Result<std::os::unix::net::UnixStream, std::io::Error>>
std::net::IpAddr
  V4(_) -> std::net::IpAddr
  V6(_) -> std::net::IpAddr
  from(_) -> std::net::IpAddr
std::net::Ipv4Addr
  new(u8, u8, u8, u8) -> std::net::Ipv4Addr
  from(_) -> std::net::Ipv4Addr
std::net::Ipv6Addr
  from(_) -> std::net::Ipv6Addr
std::net::SocketAddr
  ip(&self) -> std::net::IpAddr
  port(&self) -> u16
  new(_, u16) -> std::net::SocketAddr
  from(_) -> std::net::SocketAddr
  to_socket_addrs(&self) -> Result<Iter<std::net::SocketAddr>, std::io::Error>

std::process::Command
  new(_) -> std::process::Command
  arg(&mut self, _) -> &mut std::process::Command
  args(&mut self, _) -> &mut std::process::Command
  env(&mut self, _, _) -> &mut std::process::Command
  envs(&mut self, _) -> &mut std::process::Command
  env_remove(&mut self, _) -> &mut std::process::Command
  env_clear(&mut self) -> &mut std::process::Command
  current_dir(&mut self, _) -> &mut std::process::Command
  stdin(&mut self, _) -> &mut std::process::Command
  stdout(&mut self, _) -> &mut std::process::Command
  stderr(&mut self, _) -> &mut std::process::Command
  creation_flags(&mut self, u32) -> &mut std::process::Command
  spawn(&mut self) -> Result<std::process::Child, std::io::Error>
  output(&mut self) -> Result<std::process::Output, std::io::Error>
  status(&mut self) -> Result<std::process::ExitStatus, std::io::Error>
std::process::Child
  .stdin: Option<std::process::ChildStdin>
  .stdout: Option<std::process::ChildStdout>
  .stderr: Option<std::process::ChildStderr>
  wait(&mut self) -> Result<std::process::ExitStatus, std::io::Error>
  wait_with_output(self) -> Result<std::process::Output, std::io::Error>
  try_wait(&mut self) -> Result<Option<std::process::ExitStatus>, std::io::Error>

std::time::Duration
  from_secs(u64) -> Duration
  from_millis(u64) -> Duration
  from_micros(u64) -> Duration
  from_nanos(u64) -> Duration
  from_secs_f64(f64) -> Duration
std::time::Instant
  now() -> std::time::Instant
  elapsed(&self) -> Duration
std::time::SystemTime
  now() -> std::time::SystemTime

std::sync::atomic::AtomicBool
  new(bool) -> std::sync::atomic::AtomicBool
std::sync::atomic::AtomicUsize
  new(usize) -> std::sync::atomic::AtomicUsize
std::sync::atomic::AtomicIsize
  new(isize) -> std::sync::atomic::AtomicIsize
std::sync::atomic::AtomicU8
  new(u8) -> std::sync::atomic::AtomicU8
std::sync::atomic::AtomicU16
  new(u16) -> std::sync::atomic::AtomicU16
std::sync::atomic::AtomicU32
  new(u32) -> std::sync::atomic::AtomicU32
std::sync::atomic::AtomicU64
  new(u64) -> std::sync::atomic::AtomicU64
std::sync::atomic::AtomicI32
  new(i32) -> std::sync::atomic::AtomicI32
std::sync::atomic::AtomicI64
  new(i64) -> std::sync::atomic::AtomicI64
std::sync::atomic::AtomicPtr<T>
  new(_) -> std::sync::atomic::AtomicPtr<T>
`;
