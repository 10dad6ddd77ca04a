/** Signatures of clients that wait for their answers on the spot: HTTP, databases, mail, git; form: signatures.ts. */
export const CLIENTS = `
reqwest::blocking::get(_) -> Result<reqwest::blocking::Response, reqwest::Error>
reqwest::blocking::Client
  new() -> reqwest::blocking::Client
  builder() -> reqwest::blocking::ClientBuilder
  clone(&self) -> reqwest::blocking::Client
  get(&self, _) -> reqwest::blocking::RequestBuilder
  post(&self, _) -> reqwest::blocking::RequestBuilder
  put(&self, _) -> reqwest::blocking::RequestBuilder
  delete(&self, _) -> reqwest::blocking::RequestBuilder
  patch(&self, _) -> reqwest::blocking::RequestBuilder
  head(&self, _) -> reqwest::blocking::RequestBuilder
  request(&self, _, _) -> reqwest::blocking::RequestBuilder
  execute(&self, _) -> Result<reqwest::blocking::Response, reqwest::Error>
reqwest::blocking::ClientBuilder
  new() -> reqwest::blocking::ClientBuilder
  build(self) -> Result<reqwest::blocking::Client, reqwest::Error>
  timeout(self, _) -> reqwest::blocking::ClientBuilder
  connect_timeout(self, _) -> reqwest::blocking::ClientBuilder
  user_agent(self, _) -> reqwest::blocking::ClientBuilder
  default_headers(self, _) -> reqwest::blocking::ClientBuilder
  cookie_store(self, _) -> reqwest::blocking::ClientBuilder
  redirect(self, _) -> reqwest::blocking::ClientBuilder
  danger_accept_invalid_certs(self, bool) -> reqwest::blocking::ClientBuilder
reqwest::blocking::RequestBuilder
  header(self, _, _) -> reqwest::blocking::RequestBuilder
  headers(self, _) -> reqwest::blocking::RequestBuilder
  bearer_auth(self, _) -> reqwest::blocking::RequestBuilder
  basic_auth(self, _, _) -> reqwest::blocking::RequestBuilder
  json(self, _) -> reqwest::blocking::RequestBuilder
  form(self, _) -> reqwest::blocking::RequestBuilder
  query(self, _) -> reqwest::blocking::RequestBuilder
  body(self, _) -> reqwest::blocking::RequestBuilder
  timeout(self, _) -> reqwest::blocking::RequestBuilder
  multipart(self, _) -> reqwest::blocking::RequestBuilder
  send(self) -> Result<reqwest::blocking::Response, reqwest::Error>
reqwest::blocking::Response
  error_for_status(self) -> Result<reqwest::blocking::Response, reqwest::Error>
  text(self) -> Result<String, reqwest::Error>
  bytes(self) -> Result<Bytes, reqwest::Error>
  json<T>(self) -> Result<T, reqwest::Error>
ureq::agent() -> ureq::Agent
ureq::builder() -> ureq::AgentBuilder
ureq::get(_) -> ureq::Request
ureq::post(_) -> ureq::Request
ureq::put(_) -> ureq::Request
ureq::delete(_) -> ureq::Request
ureq::patch(_) -> ureq::Request
ureq::head(_) -> ureq::Request
ureq::request(_, _) -> ureq::Request
ureq::Agent
  new() -> ureq::Agent
  new_with_defaults() -> ureq::Agent
  new_with_config(_) -> ureq::Agent
  clone(&self) -> ureq::Agent
  get(&self, _) -> ureq::Request
  post(&self, _) -> ureq::Request
  put(&self, _) -> ureq::Request
  delete(&self, _) -> ureq::Request
  patch(&self, _) -> ureq::Request
  head(&self, _) -> ureq::Request
  request(&self, _, _) -> ureq::Request
ureq::AgentBuilder
  new() -> ureq::AgentBuilder
  build(self) -> ureq::Agent
  timeout(self, _) -> ureq::AgentBuilder
  timeout_connect(self, _) -> ureq::AgentBuilder
  timeout_read(self, _) -> ureq::AgentBuilder
  timeout_write(self, _) -> ureq::AgentBuilder
  user_agent(self, _) -> ureq::AgentBuilder
  redirects(self, _) -> ureq::AgentBuilder
  tls_config(self, _) -> ureq::AgentBuilder
  tls_connector(self, _) -> ureq::AgentBuilder
  proxy(self, _) -> ureq::AgentBuilder
  max_idle_connections(self, _) -> ureq::AgentBuilder
  max_idle_connections_per_host(self, _) -> ureq::AgentBuilder
ureq::Request
  set(self, _, _) -> ureq::Request
  header(self, _, _) -> ureq::Request
  query(self, _, _) -> ureq::Request
  query_pairs(self, _) -> ureq::Request
  timeout(self, _) -> ureq::Request
  content_type(self, _) -> ureq::Request
minreq::get(_) -> minreq::Request
minreq::post(_) -> minreq::Request
minreq::put(_) -> minreq::Request
minreq::delete(_) -> minreq::Request
minreq::patch(_) -> minreq::Request
minreq::head(_) -> minreq::Request
minreq::Request
  with_header(self, _, _) -> minreq::Request
  with_body(self, _) -> minreq::Request
  with_timeout(self, _) -> minreq::Request
  with_param(self, _, _) -> minreq::Request
  with_json(self, _) -> minreq::Request
attohttpc::get(_) -> attohttpc::RequestBuilder
attohttpc::post(_) -> attohttpc::RequestBuilder
attohttpc::put(_) -> attohttpc::RequestBuilder
attohttpc::delete(_) -> attohttpc::RequestBuilder
attohttpc::patch(_) -> attohttpc::RequestBuilder
attohttpc::head(_) -> attohttpc::RequestBuilder
attohttpc::RequestBuilder
  header(self, _, _) -> attohttpc::RequestBuilder
  param(self, _, _) -> attohttpc::RequestBuilder
  timeout(self, _) -> attohttpc::RequestBuilder
  bearer_auth(self, _) -> attohttpc::RequestBuilder
  text(self, _) -> attohttpc::RequestBuilder
  bytes(self, _) -> attohttpc::RequestBuilder
  body(self, _) -> attohttpc::RequestBuilder
rusqlite::Connection
  open(_) -> Result<rusqlite::Connection, rusqlite::Error>
  open_in_memory() -> Result<rusqlite::Connection, rusqlite::Error>
  open_with_flags(_, _) -> Result<rusqlite::Connection, rusqlite::Error>
  prepare(&self, _) -> Result<rusqlite::Statement, rusqlite::Error>
  prepare_cached(&self, _) -> Result<rusqlite::CachedStatement, rusqlite::Error>
  transaction(&mut self) -> Result<rusqlite::Transaction, rusqlite::Error>
  transaction_with_behavior(&mut self, _) -> Result<rusqlite::Transaction, rusqlite::Error>
  unchecked_transaction(&self) -> Result<rusqlite::Transaction, rusqlite::Error>
  savepoint(&mut self) -> Result<rusqlite::Savepoint, rusqlite::Error>
rusqlite::Transaction => rusqlite::Connection
rusqlite::Savepoint => rusqlite::Connection
rusqlite::CachedStatement => rusqlite::Statement
postgres::Client
  connect(_, _) -> Result<postgres::Client, postgres::Error>
  prepare(&mut self, _) -> Result<postgres::Statement, postgres::Error>
  transaction(&mut self) -> Result<postgres::Transaction, postgres::Error>
postgres::Config
  new() -> postgres::Config
  host(&mut self, _) -> &mut postgres::Config
  port(&mut self, u16) -> &mut postgres::Config
  user(&mut self, _) -> &mut postgres::Config
  password(&mut self, _) -> &mut postgres::Config
  dbname(&mut self, _) -> &mut postgres::Config
  connect_timeout(&mut self, Duration) -> &mut postgres::Config
  connect(&self, _) -> Result<postgres::Client, postgres::Error>
mysql::Pool
  new(_) -> Result<mysql::Pool, mysql::Error>
  get_conn(&self) -> Result<mysql::PooledConn, mysql::Error>
mysql::Conn
  new(_) -> Result<mysql::Conn, mysql::Error>
mysql::PooledConn => mysql::Conn
redis::Client
  open(_) -> Result<redis::Client, redis::RedisError>
  clone(&self) -> redis::Client
  get_connection(&self) -> Result<redis::Connection, redis::RedisError>
  get_connection_with_timeout(&self, Duration) -> Result<redis::Connection, redis::RedisError>
  get_async_connection(&self) async -> Result<redis::aio::Connection, redis::RedisError>
  get_multiplexed_async_connection(&self) async -> Result<redis::aio::MultiplexedConnection, redis::RedisError>
  get_multiplexed_tokio_connection(&self) async -> Result<redis::aio::MultiplexedConnection, redis::RedisError>
  get_tokio_connection(&self) async -> Result<redis::aio::Connection, redis::RedisError>
  get_connection_manager(&self) async -> Result<redis::aio::ConnectionManager, redis::RedisError>
redis::Connection
r2d2::Pool<M>
  new(M) -> Result<r2d2::Pool<M>, _>
  builder() -> r2d2::Builder<M>
  clone(&self) -> r2d2::Pool<M>
  get(&self) -> Result<r2d2::PooledConnection<M>, _>
  get_timeout(&self, _) -> Result<r2d2::PooledConnection<M>, _>
  try_get(&self) -> Option<r2d2::PooledConnection<M>>
r2d2::Builder<M>
  max_size(self, u32) -> r2d2::Builder<M>
  min_idle(self, _) -> r2d2::Builder<M>
  connection_timeout(self, Duration) -> r2d2::Builder<M>
  test_on_check_out(self, bool) -> r2d2::Builder<M>
  build<N>(self, N) -> Result<r2d2::Pool<N>, _>
r2d2::PooledConnection<M> => M
// A manager stands for the connections that it makes: that is what the pool's guards dereference to.
r2d2_sqlite::SqliteConnectionManager => rusqlite::Connection
  file(_) -> r2d2_sqlite::SqliteConnectionManager
  memory() -> r2d2_sqlite::SqliteConnectionManager
r2d2_postgres::PostgresConnectionManager => postgres::Client
diesel::r2d2::ConnectionManager<C> => C
  new(_) -> diesel::r2d2::ConnectionManager<C>
diesel::PgConnection
  establish(_) -> Result<diesel::PgConnection, _>
diesel::SqliteConnection
  establish(_) -> Result<diesel::SqliteConnection, _>
diesel::MysqlConnection
  establish(_) -> Result<diesel::MysqlConnection, _>
git2::Repository
  open(_) -> Result<git2::Repository, git2::Error>
  open_bare(_) -> Result<git2::Repository, git2::Error>
  discover(_) -> Result<git2::Repository, git2::Error>
  clone(_, _) -> Result<git2::Repository, git2::Error>
  find_remote(&self, _) -> Result<git2::Remote, git2::Error>
ssh2::Session
  new() -> Result<ssh2::Session, ssh2::Error>
lettre::SmtpTransport
  relay(_) -> Result<lettre::SmtpTransportBuilder, _>
  starttls_relay(_) -> Result<lettre::SmtpTransportBuilder, _>
  from_url(_) -> Result<lettre::SmtpTransportBuilder, _>
  builder_dangerous(_) -> lettre::SmtpTransportBuilder
  unencrypted_localhost() -> lettre::SmtpTransport
lettre::SmtpTransportBuilder
  credentials(self, _) -> lettre::SmtpTransportBuilder
  port(self, u16) -> lettre::SmtpTransportBuilder
  tls(self, _) -> lettre::SmtpTransportBuilder
  timeout(self, _) -> lettre::SmtpTransportBuilder
  authentication(self, _) -> lettre::SmtpTransportBuilder
  pool_config(self, _) -> lettre::SmtpTransportBuilder
  hello_name(self, _) -> lettre::SmtpTransportBuilder
  build(self) -> lettre::SmtpTransport
`;
