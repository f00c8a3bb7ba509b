// SPDX-License-Identifier: Apache-2.0
#include "syncserver/request_head.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "syncserver/limits.h"

namespace qiaomen {

namespace {

constexpr std::size_t kMaxTarget = 2048;
constexpr std::array<std::string_view, 6> kForbidden = {
    "transfer-encoding", "content-encoding", "trailer", "expect", "range", "upgrade"};

struct Header {
    std::string name;  ///< in lower case
    std::string_view value;
};

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

bool isToken(std::string_view text) {
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               kMarks.find(c) != kMarks.npos;
    });
}

bool isPrintable(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; }

bool hidesLineBreak(std::string_view value) {
    const std::string text = lower(value);
    return text.find("%0a") != text.npos || text.find("%0d") != text.npos || text.find("%00") != text.npos;
}

std::string_view trimmedBlanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// The lines of the head without their CR LF; nothing when a line ends otherwise.
std::optional<std::vector<std::string_view>> linesOf(std::string_view head) {
    std::vector<std::string_view> lines;
    while (!head.empty()) {
        const std::size_t end = head.find('\n');
        if (end == head.npos || end == 0 || head[end - 1] != '\r') return std::nullopt;
        const std::string_view line = head.substr(0, end - 1);
        if (line.find('\r') != line.npos) return std::nullopt;
        head.remove_prefix(end + 1);
        if (line.empty()) break;
        lines.push_back(line);
    }
    return lines;
}

std::optional<HeadRefusal> wrongRequestLine(std::string_view line) {
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == line.npos || first == last) return HeadRefusal{400, "not a request line"};
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    if (method != "GET" && method != "POST") return HeadRefusal{405, "only GET and POST are known here"};
    if (target.size() > kMaxTarget) return HeadRefusal{414, "the path is too long"};
    const bool isPath = target.starts_with('/') &&
                        std::ranges::all_of(target, [](char c) { return c > 0x20 && c < 0x7f; });
    if (!isPath || hidesLineBreak(target)) return HeadRefusal{400, "not a path"};
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return HeadRefusal{505, "only version 1.1 of HTTP is spoken here"};
    return std::nullopt;
}

std::variant<Header, HeadRefusal> headerOf(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == line.npos || !isToken(line.substr(0, colon))) return HeadRefusal{400, "not a header"};
    Header header{lower(line.substr(0, colon)), trimmedBlanks(line.substr(colon + 1))};
    const bool plain = std::ranges::all_of(header.value, [](char c) { return isPrintable(c) || c == '\t'; });
    if (!plain || hidesLineBreak(header.value))
        return HeadRefusal{400, "control characters in the header " + header.name};
    if (std::ranges::find(kForbidden, header.name) != kForbidden.end()) {
        return HeadRefusal{400, "the header " + header.name + " is not accepted here"};
    }
    return header;
}

const Header* single(const std::vector<Header>& headers, std::string_view name) {
    const auto found = std::ranges::find(headers, name, &Header::name);
    return found == headers.end() ? nullptr : &*found;
}

/// Of a request line that is none of the wrong ones.
std::string pathOf(std::string_view requestLine) {
    requestLine.remove_prefix(requestLine.find(' ') + 1);
    return std::string(requestLine.substr(0, requestLine.find_first_of(" ?")));
}

bool isTwice(const std::vector<Header>& headers, std::string_view name) {
    return std::ranges::count(headers, name, &Header::name) > 1;
}

std::variant<RequestHead, HeadRefusal> bodyOf(bool isPost, const std::vector<Header>& headers) {
    const Header* length = single(headers, "content-length");
    if (!isPost) {
        if (length && length->value != "0") return HeadRefusal{400, "a GET has no body"};
        return RequestHead{};
    }
    if (!length) return HeadRefusal{411, "the body needs a Content-Length"};
    std::size_t bytes = 0;
    const char* end = length->value.data() + length->value.size();
    const bool digits = !length->value.empty() &&
                        std::ranges::all_of(length->value, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) return HeadRefusal{400, "the Content-Length is not a number"};
    const auto [at, wrong] = std::from_chars(length->value.data(), end, bytes);
    if (wrong != std::errc() || at != end || bytes > limits::kMaxBodyBytes)
        return HeadRefusal{413, "the body is too large"};
    const Header* type = single(headers, "content-type");
    const std::string_view media = type ? trimmedBlanks(type->value.substr(0, type->value.find(';')))
                                        : std::string_view();
    if (!isSyncType(media) && media != kJsonType && media != kChunkType)
        return HeadRefusal{415, "the Content-Type is not one of ours"};
    return RequestHead{.bodyBytes = bytes, .isPost = true, .type = std::string(media)};
}

}  // namespace

std::variant<RequestHead, HeadRefusal> examineHead(std::string_view head) {
    const auto lines = linesOf(head);
    if (!lines || lines->empty()) return HeadRefusal{400, "not an HTTP request"};
    if (auto wrong = wrongRequestLine(lines->front())) return *wrong;
    if (lines->size() - 1 > limits::kMaxHeaders) return HeadRefusal{431, "too many headers"};
    std::vector<Header> headers;
    for (std::size_t i = 1; i < lines->size(); ++i) {
        auto header = headerOf((*lines)[i]);
        if (auto* wrong = std::get_if<HeadRefusal>(&header)) return *wrong;
        headers.push_back(std::get<Header>(header));
    }
    for (const std::string_view name : {"content-length", "content-type", "host", "authorization"}) {
        if (isTwice(headers, name)) return HeadRefusal{400, "the header " + std::string(name) + " is there twice"};
    }
    auto examined = bodyOf(lines->front().starts_with("POST"), headers);
    if (auto* known = std::get_if<RequestHead>(&examined)) {
        known->path = pathOf(lines->front());
        if (const Header* authorization = single(headers, "authorization"))
            known->token = tokenIn(authorization->value);
    }
    return examined;
}

std::string tokenIn(std::string_view authorization) {
    constexpr std::string_view kScheme = "Bearer ";
    return authorization.starts_with(kScheme) ? std::string(authorization.substr(kScheme.size())) : std::string();
}

}  // namespace qiaomen
