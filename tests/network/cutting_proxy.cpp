// SPDX-License-Identifier: Apache-2.0
#include "tests/network/cutting_proxy.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace qiaomen::tests {

namespace {

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int connected(int port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in address = loopback(port);
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return socket;
    ::close(socket);
    return -1;
}

/// What is written goes at once: the cut is at that byte, not somewhere behind it.
void sendAtOnce(int socket) {
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

}  // namespace

CuttingProxy::CuttingProxy(int serverPort) : serverPort_(serverPort), listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 8) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0 || ::pipe(wakeUp_) != 0)
        throw std::runtime_error("no port for the proxy");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
}

CuttingProxy::~CuttingProxy() {
    ending_ = true;
    cutAfter({});
    thread_.join();
    ::close(listener_);
    ::close(wakeUp_[0]);
    ::close(wakeUp_[1]);
}

void CuttingProxy::cutAfter(Cut cut) {
    {
        const std::lock_guard lock(mutex_);
        cut_ = cut;
    }
    up_ = down_ = 0;
    if (::write(wakeUp_[1], "!", 1) != 1) throw std::runtime_error("the proxy does not wake up");
}

CuttingProxy::Cut CuttingProxy::cut() {
    const std::lock_guard lock(mutex_);
    return cut_;
}

void CuttingProxy::run() {
    while (!ending_) {
        pollfd waiting[] = {{listener_, POLLIN, 0}, {wakeUp_[0], POLLIN, 0}};
        ::poll(waiting, 2, -1);
        if (waiting[1].revents) {
            char byte = 0;
            if (::read(wakeUp_[0], &byte, 1) != 1) return;
            continue;
        }
        const int phone = ::accept(listener_, nullptr, nullptr);
        const int server = connected(serverPort_);
        sendAtOnce(phone);
        if (server >= 0) {
            sendAtOnce(server);
            pass(phone, server);
            ::close(server);
        }
        ::close(phone);
    }
}

void CuttingProxy::pass(int phone, int server) {
    for (;;) {
        pollfd waiting[] = {{phone, POLLIN, 0}, {server, POLLIN, 0}, {wakeUp_[0], POLLIN, 0}};
        ::poll(waiting, 3, -1);
        if (waiting[2].revents) return;
        if (waiting[0].revents && !passSome(phone, server, up_, cut().up)) return;
        if (waiting[1].revents && !passSome(server, phone, down_, cut().down)) return;
    }
}

bool CuttingProxy::passSome(int from, int to, std::atomic<std::uint64_t>& passed, std::uint64_t most) {
    std::array<char, 16'384> bytes;
    const auto room = std::min<std::uint64_t>(bytes.size(), most - passed);
    if (room == 0) return false;
    const ssize_t got = ::recv(from, bytes.data(), room, 0);
    if (got <= 0) return false;
    passed += static_cast<std::uint64_t>(
        got);  // before anybody can have them, so that nobody reads a count that lags behind
    for (ssize_t sent = 0; sent < got;) {
        const ssize_t now = ::send(to, bytes.data() + sent, static_cast<std::size_t>(got - sent), MSG_NOSIGNAL);
        if (now <= 0) return false;
        sent += now;
    }
    return passed < most;
}

}  // namespace qiaomen::tests
