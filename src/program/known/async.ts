/** Signatures of the async runtimes and their locks and channels; form: signatures.ts. */
const CHANNEL = (module: string, bounded: string, unbounded: string): string => `
${module}::${bounded}<T>(usize) -> (${module}::Sender<T>, ${module}::Receiver<T>)
${unbounded === '' ? '' : `${module}::${unbounded}<T>() -> (${module}::Sender<T>, ${module}::Receiver<T>)`}
${module}::Sender<T>
  clone(&self) -> ${module}::Sender<T>
${module}::Receiver<T>
  clone(&self) -> ${module}::Receiver<T>
`;

export const ASYNC = `
tokio::spawn<T>(Future<T>) -> tokio::task::JoinHandle<T>
tokio::task::spawn<T>(Future<T>) -> tokio::task::JoinHandle<T>
tokio::task::spawn_local<T>(Future<T>) -> tokio::task::JoinHandle<T>
tokio::task::spawn_blocking<T>(fn() -> T) -> tokio::task::JoinHandle<T>
tokio::task::block_in_place<T>(fn() -> T) -> T
tokio::time::sleep(Duration) -> tokio::time::Sleep
tokio::time::timeout<T>(Duration, Future<T>) -> Future<Result<T, tokio::time::error::Elapsed>>
tokio::time::interval(Duration) -> tokio::time::Interval
tokio::task::JoinHandle<T>
  abort(&self)
  is_finished(&self) -> bool
tokio::task::JoinSet<T>
  new() -> tokio::task::JoinSet<T>
  join_next(&mut self) async -> Option<Result<T, tokio::task::JoinError>>
tokio::runtime::Runtime
  new() -> Result<tokio::runtime::Runtime, std::io::Error>
  handle(&self) -> &tokio::runtime::Handle
  block_on<T>(&self, Future<T>) -> T
  spawn<T>(&self, Future<T>) -> tokio::task::JoinHandle<T>
  spawn_blocking<T>(&self, fn() -> T) -> tokio::task::JoinHandle<T>
tokio::runtime::Handle
  current() -> tokio::runtime::Handle
  try_current() -> Result<tokio::runtime::Handle, _>
  clone(&self) -> tokio::runtime::Handle
  block_on<T>(&self, Future<T>) -> T
  spawn<T>(&self, Future<T>) -> tokio::task::JoinHandle<T>
  spawn_blocking<T>(&self, fn() -> T) -> tokio::task::JoinHandle<T>
tokio::runtime::Builder
  new_multi_thread() -> tokio::runtime::Builder
  new_current_thread() -> tokio::runtime::Builder
  enable_all(&mut self) -> tokio::runtime::Builder
  enable_io(&mut self) -> tokio::runtime::Builder
  enable_time(&mut self) -> tokio::runtime::Builder
  worker_threads(&mut self, usize) -> tokio::runtime::Builder
  max_blocking_threads(&mut self, usize) -> tokio::runtime::Builder
  thread_name(&mut self, _) -> tokio::runtime::Builder
  thread_stack_size(&mut self, usize) -> tokio::runtime::Builder
  build(&mut self) -> Result<tokio::runtime::Runtime, std::io::Error>

tokio::sync::Mutex<T>
  new(T) -> tokio::sync::Mutex<T>
  const_new(T) -> tokio::sync::Mutex<T>
  lock(&self) async -> tokio::sync::MutexGuard<T>
  lock_owned(self) async -> tokio::sync::OwnedMutexGuard<T>
  try_lock(&self) -> Result<tokio::sync::MutexGuard<T>, _>
  blocking_lock(&self) -> tokio::sync::MutexGuard<T>
  into_inner(self) -> T
tokio::sync::MutexGuard<T> => T
tokio::sync::OwnedMutexGuard<T> => T
tokio::sync::RwLock<T>
  new(T) -> tokio::sync::RwLock<T>
  const_new(T) -> tokio::sync::RwLock<T>
  read(&self) async -> tokio::sync::RwLockReadGuard<T>
  write(&self) async -> tokio::sync::RwLockWriteGuard<T>
  try_read(&self) -> Result<tokio::sync::RwLockReadGuard<T>, _>
  try_write(&self) -> Result<tokio::sync::RwLockWriteGuard<T>, _>
  blocking_read(&self) -> tokio::sync::RwLockReadGuard<T>
  blocking_write(&self) -> tokio::sync::RwLockWriteGuard<T>
tokio::sync::RwLockReadGuard<T> => T
tokio::sync::RwLockWriteGuard<T> => T
tokio::sync::Semaphore
  new(usize) -> tokio::sync::Semaphore
  acquire(&self) async -> Result<tokio::sync::SemaphorePermit, _>
  acquire_owned(self) async -> Result<tokio::sync::OwnedSemaphorePermit, _>
tokio::sync::Notify
  new() -> tokio::sync::Notify
tokio::sync::OnceCell<T>
  new() -> tokio::sync::OnceCell<T>
  const_new() -> tokio::sync::OnceCell<T>
  get(&self) -> Option<&T>
  get_or_init(&self, _) async -> &T
  get_or_try_init(&self, _) async -> Result<&T, _>
tokio::sync::mpsc::channel<T>(usize) -> (tokio::sync::mpsc::Sender<T>, tokio::sync::mpsc::Receiver<T>)
tokio::sync::mpsc::unbounded_channel<T>() -> (tokio::sync::mpsc::UnboundedSender<T>, tokio::sync::mpsc::UnboundedReceiver<T>)
tokio::sync::mpsc::Sender<T>
  clone(&self) -> tokio::sync::mpsc::Sender<T>
  send(&self, T) async -> Result<(), tokio::sync::mpsc::error::SendError<T>>
  try_send(&self, T) -> Result<(), tokio::sync::mpsc::error::TrySendError<T>>
  reserve(&self) async -> Result<tokio::sync::mpsc::Permit<T>, _>
  blocking_send(&self, T) -> Result<(), _>
tokio::sync::mpsc::Receiver<T>
  recv(&mut self) async -> Option<T>
  try_recv(&mut self) -> Result<T, tokio::sync::mpsc::error::TryRecvError>
  blocking_recv(&mut self) -> Option<T>
tokio::sync::mpsc::UnboundedSender<T>
  clone(&self) -> tokio::sync::mpsc::UnboundedSender<T>
  send(&self, T) -> Result<(), tokio::sync::mpsc::error::SendError<T>>
tokio::sync::mpsc::UnboundedReceiver<T>
  recv(&mut self) async -> Option<T>
  try_recv(&mut self) -> Result<T, tokio::sync::mpsc::error::TryRecvError>
  blocking_recv(&mut self) -> Option<T>
tokio::sync::oneshot::channel<T>() -> (tokio::sync::oneshot::Sender<T>, tokio::sync::oneshot::Receiver<T>)
tokio::sync::oneshot::Sender<T>
  send(self, T) -> Result<(), T>
tokio::sync::oneshot::Receiver<T>
  blocking_recv(self) -> Result<T, _>
  try_recv(&mut self) -> Result<T, _>
tokio::sync::broadcast::channel<T>(usize) -> (tokio::sync::broadcast::Sender<T>, tokio::sync::broadcast::Receiver<T>)
tokio::sync::broadcast::Sender<T>
  subscribe(&self) -> tokio::sync::broadcast::Receiver<T>
  clone(&self) -> tokio::sync::broadcast::Sender<T>
tokio::sync::broadcast::Receiver<T>
  recv(&mut self) async -> Result<T, tokio::sync::broadcast::error::RecvError>
  try_recv(&mut self) -> Result<T, _>
tokio::sync::watch::channel<T>(T) -> (tokio::sync::watch::Sender<T>, tokio::sync::watch::Receiver<T>)
tokio::sync::watch::Receiver<T>
  borrow(&self) -> tokio::sync::watch::Ref<T>
  borrow_and_update(&mut self) -> tokio::sync::watch::Ref<T>
  clone(&self) -> tokio::sync::watch::Receiver<T>
tokio::sync::watch::Sender<T>
  subscribe(&self) -> tokio::sync::watch::Receiver<T>
  borrow(&self) -> tokio::sync::watch::Ref<T>
tokio::sync::watch::Ref<T> => T

tokio::net::TcpStream
  connect(_) async -> Result<tokio::net::TcpStream, std::io::Error>
  from_std(std::net::TcpStream) -> Result<tokio::net::TcpStream, std::io::Error>
  into_split(self) -> (tokio::net::tcp::OwnedReadHalf, tokio::net::tcp::OwnedWriteHalf)
  split(&mut self) -> (tokio::net::tcp::ReadHalf, tokio::net::tcp::WriteHalf)
tokio::net::TcpListener
  bind(_) async -> Result<tokio::net::TcpListener, std::io::Error>
  from_std(std::net::TcpListener) -> Result<tokio::net::TcpListener, std::io::Error>
  accept(&self) async -> Result<(tokio::net::TcpStream, std::net::SocketAddr), std::io::Error>
  local_addr(&self) -> Result<std::net::SocketAddr, std::io::Error>
tokio::net::TcpSocket
  new_v4() -> Result<tokio::net::TcpSocket, std::io::Error>
  new_v6() -> Result<tokio::net::TcpSocket, std::io::Error>
  connect(self, _) async -> Result<tokio::net::TcpStream, std::io::Error>
  listen(self, u32) -> Result<tokio::net::TcpListener, std::io::Error>
tokio::net::UnixStream
  connect(_) async -> Result<tokio::net::UnixStream, std::io::Error>
  into_split(self) -> (tokio::net::unix::OwnedReadHalf, tokio::net::unix::OwnedWriteHalf)
  split(&mut self) -> (tokio::net::unix::ReadHalf, tokio::net::unix::WriteHalf)
tokio::net::UnixListener
  bind(_) -> Result<tokio::net::UnixListener, std::io::Error>
  accept(&self) async -> Result<(tokio::net::UnixStream, _), std::io::Error>
tokio::net::UdpSocket
  bind(_) async -> Result<tokio::net::UdpSocket, std::io::Error>
tokio::net::lookup_host(_) async -> Result<Iter<std::net::SocketAddr>, std::io::Error>
tokio::io::split<T>(T) -> (tokio::io::ReadHalf<T>, tokio::io::WriteHalf<T>)
tokio::io::BufReader<R>
  new(R) -> tokio::io::BufReader<R>
  with_capacity(usize, R) -> tokio::io::BufReader<R>
  lines(self) -> tokio::io::Lines<tokio::io::BufReader<R>>
  get_mut(&mut self) -> &mut R
  into_inner(self) -> R
tokio::io::BufWriter<W>
  new(W) -> tokio::io::BufWriter<W>
  with_capacity(usize, W) -> tokio::io::BufWriter<W>
  get_mut(&mut self) -> &mut W
  into_inner(self) -> W
tokio::io::BufStream<S>
  new(S) -> tokio::io::BufStream<S>
tokio::io::Lines<R>
  next_line(&mut self) async -> Result<Option<String>, std::io::Error>
tokio::fs::File
  open(_) async -> Result<tokio::fs::File, std::io::Error>
  create(_) async -> Result<tokio::fs::File, std::io::Error>
  options() -> tokio::fs::OpenOptions
  into_std(self) async -> std::fs::File
  from_std(std::fs::File) -> tokio::fs::File
tokio::fs::OpenOptions
  new() -> tokio::fs::OpenOptions
  read(&mut self, bool) -> tokio::fs::OpenOptions
  write(&mut self, bool) -> tokio::fs::OpenOptions
  append(&mut self, bool) -> tokio::fs::OpenOptions
  create(&mut self, bool) -> tokio::fs::OpenOptions
  create_new(&mut self, bool) -> tokio::fs::OpenOptions
  truncate(&mut self, bool) -> tokio::fs::OpenOptions
  open(&self, _) async -> Result<tokio::fs::File, std::io::Error>
tokio::fs::read(_) async -> Result<Vec<u8>, std::io::Error>
tokio::fs::read_to_string(_) async -> Result<String, std::io::Error>
tokio::fs::write(_, _) async -> Result<(), std::io::Error>
tokio::fs::metadata(_) async -> Result<std::fs::Metadata, std::io::Error>
tokio::fs::read_dir(_) async -> Result<tokio::fs::ReadDir, std::io::Error>
tokio::fs::ReadDir
  next_entry(&mut self) async -> Result<Option<tokio::fs::DirEntry>, std::io::Error>
tokio::process::Command
  new(_) -> tokio::process::Command
  arg(&mut self, _) -> &mut tokio::process::Command
  args(&mut self, _) -> &mut tokio::process::Command
  env(&mut self, _, _) -> &mut tokio::process::Command
  current_dir(&mut self, _) -> &mut tokio::process::Command
  stdin(&mut self, _) -> &mut tokio::process::Command
  stdout(&mut self, _) -> &mut tokio::process::Command
  stderr(&mut self, _) -> &mut tokio::process::Command
  kill_on_drop(&mut self, bool) -> &mut tokio::process::Command
  spawn(&mut self) -> Result<tokio::process::Child, std::io::Error>
  output(&mut self) async -> Result<std::process::Output, std::io::Error>
  status(&mut self) async -> Result<std::process::ExitStatus, std::io::Error>
tokio::process::Child
  .stdin: Option<tokio::process::ChildStdin>
  .stdout: Option<tokio::process::ChildStdout>
  .stderr: Option<tokio::process::ChildStderr>
  wait(&mut self) async -> Result<std::process::ExitStatus, std::io::Error>
  wait_with_output(self) async -> Result<std::process::Output, std::io::Error>

futures_util::lock::Mutex<T>
  new(T) -> futures_util::lock::Mutex<T>
  lock(&self) async -> futures_util::lock::MutexGuard<T>
futures_util::lock::MutexGuard<T> => T
async_lock::Mutex<T>
  new(T) -> async_lock::Mutex<T>
  lock(&self) async -> async_lock::MutexGuard<T>
  lock_blocking(&self) -> async_lock::MutexGuard<T>
async_lock::MutexGuard<T> => T
async_lock::RwLock<T>
  new(T) -> async_lock::RwLock<T>
  read(&self) async -> async_lock::RwLockReadGuard<T>
  write(&self) async -> async_lock::RwLockWriteGuard<T>
async_lock::RwLockReadGuard<T> => T
async_lock::RwLockWriteGuard<T> => T
parking_lot::Mutex<T>
  new(T) -> parking_lot::Mutex<T>
  lock(&self) -> parking_lot::MutexGuard<T>
  try_lock(&self) -> Option<parking_lot::MutexGuard<T>>
  lock_arc(&self) -> parking_lot::ArcMutexGuard<T>
parking_lot::MutexGuard<T> => T
parking_lot::ArcMutexGuard<T> => T
parking_lot::FairMutex<T>
  new(T) -> parking_lot::FairMutex<T>
  lock(&self) -> parking_lot::MutexGuard<T>
parking_lot::ReentrantMutex<T>
  new(T) -> parking_lot::ReentrantMutex<T>
  lock(&self) -> parking_lot::ReentrantMutexGuard<T>
parking_lot::ReentrantMutexGuard<T> => T
parking_lot::RwLock<T>
  new(T) -> parking_lot::RwLock<T>
  read(&self) -> parking_lot::RwLockReadGuard<T>
  write(&self) -> parking_lot::RwLockWriteGuard<T>
  upgradable_read(&self) -> parking_lot::RwLockUpgradableReadGuard<T>
  try_read(&self) -> Option<parking_lot::RwLockReadGuard<T>>
  try_write(&self) -> Option<parking_lot::RwLockWriteGuard<T>>
parking_lot::RwLockReadGuard<T> => T
parking_lot::RwLockWriteGuard<T> => T
parking_lot::RwLockUpgradableReadGuard<T> => T
parking_lot::Condvar
spin::Mutex<T>
  new(T) -> spin::Mutex<T>
  lock(&self) -> spin::MutexGuard<T>
spin::MutexGuard<T> => T
spin::RwLock<T>
  new(T) -> spin::RwLock<T>
  read(&self) -> spin::RwLockReadGuard<T>
  write(&self) -> spin::RwLockWriteGuard<T>
spin::RwLockReadGuard<T> => T
spin::RwLockWriteGuard<T> => T
once_cell::sync::Lazy<T> => T
  new(fn() -> T) -> once_cell::sync::Lazy<T>
once_cell::sync::OnceCell<T>
  new() -> once_cell::sync::OnceCell<T>
  get(&self) -> Option<&T>
  get_or_init(&self, fn() -> T) -> &T
dashmap::DashMap<K, V>
  new() -> dashmap::DashMap<K, V>
  with_capacity(usize) -> dashmap::DashMap<K, V>
  get(&self, _) -> Option<dashmap::mapref::one::Ref<K, V>>
  get_mut(&self, _) -> Option<dashmap::mapref::one::RefMut<K, V>>
  entry(&self, K) -> dashmap::mapref::entry::Entry<K, V>
  iter(&self) -> dashmap::iter::Iter<K, V>
  iter_mut(&self) -> dashmap::iter::IterMut<K, V>
  insert(&self, K, V) -> Option<V>
  remove(&self, _) -> Option<(K, V)>
  contains_key(&self, _) -> bool
  len(&self) -> usize
  clone(&self) -> dashmap::DashMap<K, V>
dashmap::mapref::one::Ref<K, V> => V
  value(&self) -> &V
  key(&self) -> &K
dashmap::mapref::one::RefMut<K, V> => V
  value(&self) -> &V
  value_mut(&mut self) -> &mut V
  key(&self) -> &K
dashmap::mapref::entry::Entry<K, V>
  or_insert(self, V) -> dashmap::mapref::one::RefMut<K, V>
  or_insert_with(self, fn() -> V) -> dashmap::mapref::one::RefMut<K, V>
  or_default(self) -> dashmap::mapref::one::RefMut<K, V>
  and_modify(self, fn(&mut V)) -> dashmap::mapref::entry::Entry<K, V>
dashmap::iter::Iter<K, V>
  into_iter(self) -> Iter<dashmap::mapref::one::Ref<K, V>>
  next(&mut self) -> Option<dashmap::mapref::one::Ref<K, V>>
  map<U>(self, fn(dashmap::mapref::one::Ref<K, V>) -> U) -> Iter<U>
dashmap::iter::IterMut<K, V>
  into_iter(self) -> Iter<dashmap::mapref::one::RefMut<K, V>>
dashmap::DashSet<K>
  new() -> dashmap::DashSet<K>
arc_swap::ArcSwap<T>
  new(Arc<T>) -> arc_swap::ArcSwap<T>
  from_pointee(T) -> arc_swap::ArcSwap<T>
  load(&self) -> arc_swap::Guard<Arc<T>>
  load_full(&self) -> Arc<T>
arc_swap::Guard<T> => T
${CHANNEL('crossbeam_channel', 'bounded', 'unbounded')}
${CHANNEL('flume', 'bounded', 'unbounded')}
${CHANNEL('async_channel', 'bounded', 'unbounded')}
${CHANNEL('kanal', 'bounded', 'unbounded')}
futures_channel::mpsc::channel<T>(usize) -> (futures_channel::mpsc::Sender<T>, futures_channel::mpsc::Receiver<T>)
futures_channel::mpsc::unbounded<T>() -> (futures_channel::mpsc::UnboundedSender<T>, futures_channel::mpsc::UnboundedReceiver<T>)
futures_channel::mpsc::UnboundedSender<T>
  clone(&self) -> futures_channel::mpsc::UnboundedSender<T>
`;
