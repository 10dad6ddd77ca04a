/** Signatures of clients, servers, formats and other libraries that rules speak of; form: signatures.ts. */
export const LIBRARIES = `
alias anyhow::Result<T> = Result<T, anyhow::Error>
alias eyre::Result<T> = Result<T, eyre::Report>
alias color_eyre::Result<T> = Result<T, eyre::Report>
alias color_eyre::eyre::Result<T> = Result<T, eyre::Report>
alias reqwest::Result<T> = Result<T, reqwest::Error>
alias serde_json::Result<T> = Result<T, serde_json::Error>
alias hyper::Result<T> = Result<T, hyper::Error>

reqwest::Client
  new() -> reqwest::Client
  builder() -> reqwest::ClientBuilder
  clone(&self) -> reqwest::Client
  get(&self, _) -> reqwest::RequestBuilder
  post(&self, _) -> reqwest::RequestBuilder
  put(&self, _) -> reqwest::RequestBuilder
  delete(&self, _) -> reqwest::RequestBuilder
  patch(&self, _) -> reqwest::RequestBuilder
  head(&self, _) -> reqwest::RequestBuilder
  request(&self, _, _) -> reqwest::RequestBuilder
  execute(&self, _) async -> Result<reqwest::Response, reqwest::Error>
reqwest::ClientBuilder
  new() -> reqwest::ClientBuilder
  build(self) -> Result<reqwest::Client, reqwest::Error>
reqwest::RequestBuilder
  header(self, _, _) -> reqwest::RequestBuilder
  headers(self, _) -> reqwest::RequestBuilder
  bearer_auth(self, _) -> reqwest::RequestBuilder
  basic_auth(self, _, _) -> reqwest::RequestBuilder
  json(self, _) -> reqwest::RequestBuilder
  form(self, _) -> reqwest::RequestBuilder
  query(self, _) -> reqwest::RequestBuilder
  body(self, _) -> reqwest::RequestBuilder
  timeout(self, Duration) -> reqwest::RequestBuilder
  multipart(self, _) -> reqwest::RequestBuilder
  send(self) async -> Result<reqwest::Response, reqwest::Error>
reqwest::Response
  json<T>(self) async -> Result<T, reqwest::Error>
  text(self) async -> Result<String, reqwest::Error>
  bytes(self) async -> Result<Bytes, reqwest::Error>
  chunk(&mut self) async -> Result<Option<Bytes>, reqwest::Error>
  error_for_status(self) -> Result<reqwest::Response, reqwest::Error>
  error_for_status_ref(&self) -> Result<&reqwest::Response, reqwest::Error>
reqwest::get(_) async -> Result<reqwest::Response, reqwest::Error>
reqwest::blocking::get(_) -> Result<reqwest::blocking::Response, reqwest::Error>
reqwest::blocking::Client
  new() -> reqwest::blocking::Client
  builder() -> reqwest::blocking::ClientBuilder
  get(&self, _) -> reqwest::blocking::RequestBuilder
  post(&self, _) -> reqwest::blocking::RequestBuilder
  put(&self, _) -> reqwest::blocking::RequestBuilder
  delete(&self, _) -> reqwest::blocking::RequestBuilder
reqwest::blocking::ClientBuilder
  build(self) -> Result<reqwest::blocking::Client, reqwest::Error>
  timeout(self, _) -> reqwest::blocking::ClientBuilder
reqwest::blocking::RequestBuilder
  header(self, _, _) -> reqwest::blocking::RequestBuilder
  json(self, _) -> reqwest::blocking::RequestBuilder
  body(self, _) -> reqwest::blocking::RequestBuilder
  send(self) -> Result<reqwest::blocking::Response, reqwest::Error>

serde_json::from_str<T>(_) -> Result<T, serde_json::Error>
serde_json::from_slice<T>(_) -> Result<T, serde_json::Error>
serde_json::from_reader<R, T>(R) -> Result<T, serde_json::Error>
serde_json::from_value<T>(_) -> Result<T, serde_json::Error>
serde_json::to_string(_) -> Result<String, serde_json::Error>
serde_json::to_string_pretty(_) -> Result<String, serde_json::Error>
serde_json::to_vec(_) -> Result<Vec<u8>, serde_json::Error>
serde_json::to_value(_) -> Result<serde_json::Value, serde_json::Error>
serde_json::Value
  get(&self, _) -> Option<&serde_json::Value>
  get_mut(&mut self, _) -> Option<&mut serde_json::Value>
  pointer(&self, _) -> Option<&serde_json::Value>
  as_str(&self) -> Option<&str>
  as_u64(&self) -> Option<u64>
  as_i64(&self) -> Option<i64>
  as_f64(&self) -> Option<f64>
  as_bool(&self) -> Option<bool>
  as_array(&self) -> Option<&Vec<serde_json::Value>>
  as_object(&self) -> Option<&serde_json::Map>
  clone(&self) -> serde_json::Value
  take(&mut self) -> serde_json::Value

bytes::Bytes => [u8]
  new() -> Bytes
  from(_) -> Bytes
  clone(&self) -> Bytes
  copy_from_slice(&[u8]) -> Bytes
  to_vec(&self) -> Vec<u8>
bytes::BytesMut => [u8]
  new() -> bytes::BytesMut
  with_capacity(usize) -> bytes::BytesMut
  freeze(self) -> Bytes

axum::extract::State<T> => T
axum::extract::Path<T> => T
axum::extract::Query<T> => T
axum::extract::Extension<T> => T
axum::Extension<T> => T
axum::Json<T> => T
actix_web::web::Data<T> => T
  new(T) -> actix_web::web::Data<T>
  clone(&self) -> actix_web::web::Data<T>
actix_web::web::Json<T> => T
actix_web::web::Path<T> => T
actix_web::web::Query<T> => T
rocket::State<T> => T
regex::Regex
  new(_) -> Result<regex::Regex, regex::Error>
crossbeam_utils::CachePadded<T> => T
  new(T) -> crossbeam_utils::CachePadded<T>
uuid::Uuid
  new_v4() -> uuid::Uuid
sqlx::PgPool
  connect(_) async -> Result<sqlx::PgPool, sqlx::Error>
  acquire(&self) async -> Result<sqlx::pool::PoolConnection, sqlx::Error>
  begin(&self) async -> Result<sqlx::Transaction, sqlx::Error>
  clone(&self) -> sqlx::PgPool
rusqlite::Connection
  open(_) -> Result<rusqlite::Connection, rusqlite::Error>
  open_in_memory() -> Result<rusqlite::Connection, rusqlite::Error>
  open_with_flags(_, _) -> Result<rusqlite::Connection, rusqlite::Error>
  prepare(&self, _) -> Result<rusqlite::Statement, rusqlite::Error>
  prepare_cached(&self, _) -> Result<rusqlite::CachedStatement, rusqlite::Error>
  transaction(&mut self) -> Result<rusqlite::Transaction, rusqlite::Error>
rusqlite::Transaction => rusqlite::Connection
rusqlite::CachedStatement => rusqlite::Statement
postgres::Client
  connect(_, _) -> Result<postgres::Client, postgres::Error>
redis::Client
  open(_) -> Result<redis::Client, redis::RedisError>
  get_connection(&self) -> Result<redis::Connection, redis::RedisError>
  get_multiplexed_async_connection(&self) async -> Result<redis::aio::MultiplexedConnection, redis::RedisError>
r2d2::Pool<M>
  new(M) -> Result<r2d2::Pool<M>, _>
  get(&self) -> Result<r2d2::PooledConnection<M>, _>
argon2::Argon2
  default() -> argon2::Argon2
  new(_, _, _) -> argon2::Argon2
image::open(_) -> Result<image::DynamicImage, _>
image::load_from_memory(_) -> Result<image::DynamicImage, _>
image::DynamicImage
  resize(&self, u32, u32, _) -> image::DynamicImage
  thumbnail(&self, u32, u32) -> image::DynamicImage
zip::ZipArchive<R>
  new(R) -> Result<zip::ZipArchive<R>, _>
tar::Archive<R>
  new(R) -> tar::Archive<R>
flate2::read::GzDecoder<R>
  new(R) -> flate2::read::GzDecoder<R>
flate2::write::GzEncoder<W>
  new(W, _) -> flate2::write::GzEncoder<W>
ureq::Agent
  new() -> ureq::Agent
  get(&self, _) -> ureq::Request
  post(&self, _) -> ureq::Request
  put(&self, _) -> ureq::Request
  delete(&self, _) -> ureq::Request
  request(&self, _, _) -> ureq::Request
tempfile::Builder
  new() -> tempfile::Builder
  prefix(&mut self, _) -> &mut tempfile::Builder
  suffix(&mut self, _) -> &mut tempfile::Builder
  rand_bytes(&mut self, usize) -> &mut tempfile::Builder
  append(&mut self, bool) -> &mut tempfile::Builder
  tempfile(&self) -> Result<tempfile::NamedTempFile, std::io::Error>
  tempfile_in(&self, _) -> Result<tempfile::NamedTempFile, std::io::Error>
  tempdir(&self) -> Result<tempfile::TempDir, std::io::Error>
  tempdir_in(&self, _) -> Result<tempfile::TempDir, std::io::Error>
tempfile::NamedTempFile
  new() -> Result<tempfile::NamedTempFile, std::io::Error>
  new_in(_) -> Result<tempfile::NamedTempFile, std::io::Error>
  as_file(&self) -> &std::fs::File
  as_file_mut(&mut self) -> &mut std::fs::File
  into_file(self) -> std::fs::File
  reopen(&self) -> Result<std::fs::File, std::io::Error>
tempfile::tempfile() -> Result<std::fs::File, std::io::Error>
tempfile::tempdir() -> Result<tempfile::TempDir, std::io::Error>
image::ImageReader<R>
  new(R) -> image::ImageReader<R>
  with_format(R, _) -> image::ImageReader<R>
  with_guessed_format(self) -> Result<image::ImageReader<R>, std::io::Error>
  decode(self) -> Result<image::DynamicImage, _>
ureq::agent() -> ureq::Agent
ureq::get(_) -> ureq::Request
ureq::put(_) -> ureq::Request
ureq::delete(_) -> ureq::Request
ureq::request(_, _) -> ureq::Request
ureq::post(_) -> ureq::Request
git2::Repository
  open(_) -> Result<git2::Repository, git2::Error>
  find_remote(&self, _) -> Result<git2::Remote, git2::Error>
lettre::SmtpTransport
  relay(_) -> Result<lettre::SmtpTransportBuilder, _>
tonic::transport::Channel
  from_static(_) -> tonic::transport::Endpoint
  from_shared(_) -> Result<tonic::transport::Endpoint, _>
  builder(_) -> tonic::transport::Endpoint
  balance_list(_) -> tonic::transport::Channel
  clone(&self) -> tonic::transport::Channel
tonic::transport::Endpoint
  new(_) -> Result<tonic::transport::Endpoint, tonic::transport::Error>
  from_static(_) -> tonic::transport::Endpoint
  from_shared(_) -> Result<tonic::transport::Endpoint, _>
  timeout(self, Duration) -> tonic::transport::Endpoint
  connect_timeout(self, Duration) -> tonic::transport::Endpoint
  tcp_nodelay(self, bool) -> tonic::transport::Endpoint
  user_agent(self, _) -> Result<tonic::transport::Endpoint, tonic::transport::Error>
  tls_config(self, _) -> Result<tonic::transport::Endpoint, tonic::transport::Error>
  clone(&self) -> tonic::transport::Endpoint
  connect(&self) async -> Result<tonic::transport::Channel, tonic::transport::Error>
  connect_lazy(&self) -> tonic::transport::Channel
tonic::transport::Server
  builder() -> tonic::transport::Server
redis::Client
  open(_) -> Result<redis::Client, redis::RedisError>
  clone(&self) -> redis::Client
  get_connection(&self) -> Result<redis::Connection, redis::RedisError>
  get_async_connection(&self) async -> Result<redis::aio::Connection, redis::RedisError>
  get_multiplexed_async_connection(&self) async -> Result<redis::aio::MultiplexedConnection, redis::RedisError>
  get_multiplexed_tokio_connection(&self) async -> Result<redis::aio::MultiplexedConnection, redis::RedisError>
  get_tokio_connection(&self) async -> Result<redis::aio::Connection, redis::RedisError>
  get_connection_manager(&self) async -> Result<redis::aio::ConnectionManager, redis::RedisError>
redis::aio::ConnectionManager
  new(_) async -> Result<redis::aio::ConnectionManager, redis::RedisError>
  clone(&self) -> redis::aio::ConnectionManager
hyper_util::client::legacy::Client
  builder(_) -> hyper_util::client::legacy::Builder
hyper_util::client::legacy::Builder
  build(&self, _) -> hyper_util::client::legacy::Client
  build_http(&self) -> hyper_util::client::legacy::Client
`;
