// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

struct XML_ParserStruct;

namespace qiaomen {

/// The attributes of one element, by their names without a namespace's prefix.
class XmlAttributes {
public:
    explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
    /// "" when it is not there.
    [[nodiscard]] std::string_view get(std::string_view name) const;

private:
    const char* const* pairs_;
};

/// Hears of what an XML part of a workbook consists of. Names come without a namespace's prefix: programs choose their own.
class XmlListener {
public:
    virtual void begin(std::string_view /*element*/, const XmlAttributes& /*attributes*/) {}
    virtual void end(std::string_view /*element*/) {}
    /// Text comes in pieces.
    virtual void text(std::string_view /*piece*/) {}
    /// True once it has heard enough, or too much.
    [[nodiscard]] virtual bool isDone() const { return false; }

protected:
    ~XmlListener() = default;
};

/// Reads XML piece by piece, by expat. A document type is refused, so there are no entities to expand and nothing outside is asked for;
/// elements may be nested 64 deep.
class XmlReader {
public:
    explicit XmlReader(XmlListener& listener);
    ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    /// False when it is not well-formed, refused, or the listener is done.
    bool take(std::string_view piece, bool last = false);

private:
    struct Hearing;
    std::unique_ptr<Hearing> hearing_;
    XML_ParserStruct* parser_;
};

}  // namespace qiaomen
