/** Blocking sockets of the standard library on an async worker. */
import { blockingRule } from '../blocking.js';

export const rule = blockingRule({
  id: 'blocking-net-in-async',
  confidence: 'high',
  // Binding alone asks nobody on the network; it is how listeners are made before `from_std`.
  calls: [
    'std::net::TcpStream::connect',
    'std::net::TcpStream::connect_timeout',
    'std::os::unix::net::UnixStream::connect',
  ],
  methods: {
    'std::net::TcpListener': ['accept', 'incoming', 'into_incoming'],
    'std::net::UdpSocket': ['recv', 'recv_from', 'peek', 'peek_from', 'send', 'send_to'],
    'std::os::unix::net::UnixListener': ['accept', 'incoming'],
    'std::os::unix::net::UnixDatagram': ['recv', 'recv_from', 'send', 'send_to'],
  },
});
