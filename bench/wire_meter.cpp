// SPDX-License-Identifier: Apache-2.0
#include "bench/wire_meter.h"

#include <arpa/inet.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <charconv>
#include <filesystem>
#include <utility>

#include "bench/figures.h"

namespace qiaomen::bench {

namespace {

bool leadsTo(int port, int descriptor) {
    sockaddr_in peer{};
    socklen_t size = sizeof peer;
    return ::getpeername(descriptor, reinterpret_cast<sockaddr*>(&peer), &size) == 0 && peer.sin_family == AF_INET &&
           ntohs(peer.sin_port) == port;
}

std::uint64_t bytesThrough(int descriptor) {
    tcp_info info{};
    socklen_t size = sizeof info;
    if (::getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) != 0) return 0;
    return info.tcpi_bytes_sent - info.tcpi_bytes_retrans + info.tcpi_bytes_received;
}

}  // namespace

std::uint64_t socketBytes(int port) {
    std::uint64_t bytes = 0;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        const std::string name = entry.path().filename().string();
        int descriptor = -1;
        std::from_chars(name.data(), name.data() + name.size(), descriptor);
        if (descriptor >= 0 && leadsTo(port, descriptor)) bytes += bytesThrough(descriptor);
    }
    return bytes;
}

template <class Ask>
Result<std::string> MeteredTransport::counted(std::size_t messageBytes, Ask&& ask) {
    const std::uint64_t before = socketBytes(port_);
    Result<std::string> answer = Error{Fault::offline, ""};
    count_.waitedMs += milliseconds([&] { answer = ask(); });
    const std::uint64_t after = socketBytes(port_);
    // Fewer than before: the old connection had been closed, and all of these are the new one's.
    count_.wireBytes += after < before ? after : after - before;
    count_.messageBytes += messageBytes + (answer ? answer->size() : 0);
    ++count_.requests;
    return answer;
}

Result<std::string> MeteredTransport::sync(std::string_view request) {
    return counted(request.size(), [&] { return http_.sync(request); });
}

Result<std::string> MeteredTransport::snapshot(const GridId& grid) {
    return counted(0, [&] { return http_.snapshot(grid); });
}

Result<std::string> MeteredTransport::continueSnapshot(const GridId& grid, SnapshotPart& part) {
    return counted(0, [&] { return http_.continueSnapshot(grid, part); });
}

MeteredTransport::Count MeteredTransport::take() { return std::exchange(count_, {}); }

}  // namespace qiaomen::bench
