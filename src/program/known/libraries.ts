/** Signatures of clients, servers, formats and other libraries that rules speak of; form: signatures.ts. */
export const LIBRARIES = `
alias anyhow::Result<T> = Result<T, anyhow::Error>
alias eyre::Result<T> = Result<T, eyre::Report>
alias color_eyre::Result<T> = Result<T, eyre::Report>
alias color_eyre::eyre::Result<T> = Result<T, eyre::Report>
alias reqwest::Result<T> = Result<T, reqwest::Error>
alias serde_json::Result<T> = Result<T, serde_json::Error>
alias hyper::Result<T> = Result<T, hyper::Error>

redb::Database
  begin_write(&self) -> Result<redb::WriteTransaction, redb::TransactionError>
heed::Env
  write_txn(&self) -> Result<heed::RwTxn, heed::Error>
tantivy::Index
  writer(&self, _) -> Result<tantivy::IndexWriter, tantivy::TantivyError>
  reader(&self) -> Result<tantivy::IndexReader, tantivy::TantivyError>
atomicwrites::AtomicFile
  new(_, _) -> atomicwrites::AtomicFile
sysinfo::System
  new() -> sysinfo::System
  new_all() -> sysinfo::System

deadpool_postgres::Pool
  get(&self) async -> Result<deadpool_postgres::Client, deadpool_postgres::PoolError>
deadpool_redis::Pool
  get(&self) async -> Result<deadpool_redis::Connection, deadpool_redis::PoolError>

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
argon2::Argon2
  default() -> argon2::Argon2
  new(_, _, _) -> argon2::Argon2
  new_with_secret(_, _, _, _) -> Result<argon2::Argon2, _>
argon2::PasswordHash
  new(_) -> Result<argon2::PasswordHash, _>
scrypt::Scrypt
pbkdf2::Pbkdf2
image::open(_) -> Result<image::DynamicImage, _>
image::load_from_memory(_) -> Result<image::DynamicImage, _>
image::DynamicImage
  resize(&self, u32, u32, _) -> image::DynamicImage
  thumbnail(&self, u32, u32) -> image::DynamicImage
zip::ZipArchive<R>
  new(R) -> Result<zip::ZipArchive<R>, _>
tar::Archive<R>
  new(R) -> tar::Archive<R>
flate2::read::GzEncoder
  new(_, _) -> flate2::read::GzEncoder
flate2::read::GzDecoder
  new(_) -> flate2::read::GzDecoder
flate2::read::MultiGzDecoder
  new(_) -> flate2::read::MultiGzDecoder
flate2::read::ZlibEncoder
  new(_, _) -> flate2::read::ZlibEncoder
flate2::read::ZlibDecoder
  new(_) -> flate2::read::ZlibDecoder
flate2::read::DeflateEncoder
  new(_, _) -> flate2::read::DeflateEncoder
flate2::read::DeflateDecoder
  new(_) -> flate2::read::DeflateDecoder
flate2::bufread::GzEncoder
  new(_, _) -> flate2::bufread::GzEncoder
flate2::bufread::GzDecoder
  new(_) -> flate2::bufread::GzDecoder
flate2::bufread::MultiGzDecoder
  new(_) -> flate2::bufread::MultiGzDecoder
flate2::bufread::ZlibEncoder
  new(_, _) -> flate2::bufread::ZlibEncoder
flate2::bufread::ZlibDecoder
  new(_) -> flate2::bufread::ZlibDecoder
flate2::bufread::DeflateEncoder
  new(_, _) -> flate2::bufread::DeflateEncoder
flate2::bufread::DeflateDecoder
  new(_) -> flate2::bufread::DeflateDecoder
flate2::write::GzEncoder
  new(_, _) -> flate2::write::GzEncoder
flate2::write::GzDecoder
  new(_) -> flate2::write::GzDecoder
flate2::write::MultiGzDecoder
  new(_) -> flate2::write::MultiGzDecoder
flate2::write::ZlibEncoder
  new(_, _) -> flate2::write::ZlibEncoder
flate2::write::ZlibDecoder
  new(_) -> flate2::write::ZlibDecoder
flate2::write::DeflateEncoder
  new(_, _) -> flate2::write::DeflateEncoder
flate2::write::DeflateDecoder
  new(_) -> flate2::write::DeflateDecoder
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
redis::aio::ConnectionManager
  new(_) async -> Result<redis::aio::ConnectionManager, redis::RedisError>
  clone(&self) -> redis::aio::ConnectionManager
hyper_util::client::legacy::Client
  builder(_) -> hyper_util::client::legacy::Builder
hyper_util::client::legacy::Builder
  build(&self, _) -> hyper_util::client::legacy::Client
  build_http(&self) -> hyper_util::client::legacy::Client
`;
