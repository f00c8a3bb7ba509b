// SPDX-License-Identifier: Apache-2.0
#include "syncserver/guarded_stream.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace qiaomen {

Channel::~Channel() {
    if (session_ && !broken_) SSL_shutdown(session_.get());
    ::shutdown(socket_, SHUT_RDWR);
    ::close(socket_);
}

bool Channel::beginTls(SSL_CTX* context) {
    session_.reset(SSL_new(context));
    if (!session_ || SSL_set_fd(session_.get(), socket_) != 1) return false;
    patience(SO_RCVTIMEO, limits::kHeadTime);
    patience(SO_SNDTIMEO, limits::kHeadTime);
    broken_ = SSL_accept(session_.get()) != 1;
    return !broken_;
}

bool Channel::hasInput(Milliseconds wait) const {
    if (session_ && SSL_pending(session_.get()) > 0) return true;
    pollfd request{socket_, POLLIN, 0};
    return ::poll(&request, 1, static_cast<int>(wait.count())) > 0;
}

ssize_t Channel::read(char* at, std::size_t size, Clock::time_point until) {
    const auto left = std::chrono::duration_cast<Milliseconds>(until - Clock::now());
    if (left <= Milliseconds::zero()) return -1;
    patience(SO_RCVTIMEO, std::min<Milliseconds>(left, limits::kSilence));
    if (!session_) return ::recv(socket_, at, size, 0);
    const int got = SSL_read(session_.get(), at, static_cast<int>(std::min<std::size_t>(size, 1 << 20)));
    if (got <= 0 && SSL_get_error(session_.get(), got) != SSL_ERROR_ZERO_RETURN) broken_ = true;
    return got;
}

ssize_t Channel::write(const char* at, std::size_t size) {
    patience(SO_SNDTIMEO, limits::kSilence);
    if (!session_) return ::send(socket_, at, size, MSG_NOSIGNAL);
    const int sent = SSL_write(session_.get(), at, static_cast<int>(std::min<std::size_t>(size, 1 << 20)));
    if (sent <= 0) broken_ = true;
    return sent;
}

bool Channel::writeAtOnce(std::string_view bytes) {
    if (!session_) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        broken_ = sent != static_cast<ssize_t>(bytes.size());
        return !broken_;
    }
    const int flags = ::fcntl(socket_, F_GETFL);
    ::fcntl(socket_, F_SETFL, flags | O_NONBLOCK);
    broken_ = SSL_write(session_.get(), bytes.data(), static_cast<int>(bytes.size())) != static_cast<int>(bytes.size());
    ::fcntl(socket_, F_SETFL, flags);
    return !broken_;
}

void Channel::patience(int option, Milliseconds time) const {
    const auto us = std::max<std::int64_t>(std::chrono::duration_cast<std::chrono::microseconds>(time).count(), 1000);
    const timeval value{us / 1'000'000, us % 1'000'000};
    ::setsockopt(socket_, SOL_SOCKET, option, &value, sizeof value);
}

GuardedStream::Head GuardedStream::nextRequest(HeadRefusal& refusal) {
    const auto until = Channel::Clock::now() + limits::kHeadTime;
    served_ = 0;
    ++requests_;
    while (true) {
        const std::size_t end = buffer_.find("\r\n\r\n");
        if (end != buffer_.npos && end + 4 <= limits::kMaxHeadBytes) return examine(end + 4, refusal);
        if (buffer_.size() > limits::kMaxHeadBytes) {
            refusal = {431, "the headers are too long"};
            return Head::refused;
        }
        char bytes[4096];
        const ssize_t got = channel_.read(bytes, sizeof bytes, until);
        if (got <= 0) return Head::gone;
        buffer_.append(bytes, static_cast<std::size_t>(got));
    }
}

GuardedStream::Head GuardedStream::examine(std::size_t size, HeadRefusal& refusal) {
    auto head = examineHead(std::string_view(buffer_).substr(0, size));
    if (auto* wrong = std::get_if<HeadRefusal>(&head)) {
        refusal = *wrong;
        return Head::refused;
    }
    head_ = std::get<RequestHead>(std::move(head));
    headLeft_ = size;
    bodyLeft_ = head_.bodyBytes;
    bodyUntil_ = Channel::Clock::now() + limits::kBodyTime;
    return Head::ready;
}

std::optional<std::string> GuardedStream::readBody() {
    char heads[512];
    while (headLeft_ > 0) read(heads, sizeof heads);
    std::string body(head_.bodyBytes, '\0');
    for (std::size_t have = 0; have < body.size();) {
        const ssize_t got = read(body.data() + have, body.size() - have);
        if (got <= 0) return std::nullopt;
        have += static_cast<std::size_t>(got);
    }
    return body;
}

ssize_t GuardedStream::read(char* at, std::size_t size) {
    if (headLeft_ > 0) return serve(at, std::min(size, headLeft_), headLeft_);
    if (bodyLeft_ == 0) return 0;
    if (!buffer_.empty()) return serve(at, std::min({size, bodyLeft_, buffer_.size() - served_}), bodyLeft_);
    const ssize_t got = channel_.read(at, std::min(size, bodyLeft_), bodyUntil_);
    if (got > 0) bodyLeft_ -= static_cast<std::size_t>(got);
    return got;
}

/// The buffer is emptied in one step when its part is used up: the library reads heads byte by byte.
ssize_t GuardedStream::serve(char* at, std::size_t size, std::size_t& left) {
    std::copy_n(buffer_.data() + served_, size, at);
    served_ += size;
    left -= size;
    if (left == 0 || served_ == buffer_.size()) {
        buffer_.erase(0, served_);
        served_ = 0;
    }
    return static_cast<ssize_t>(size);
}

}  // namespace qiaomen
