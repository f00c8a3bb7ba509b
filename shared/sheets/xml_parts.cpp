// SPDX-License-Identifier: Apache-2.0
#include "shared/sheets/xml_parts.h"

#include <expat.h>

namespace qiaomen {

namespace {

constexpr int kDeepest = 64;

std::string_view localName(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
    for (const char* const* pair = pairs_; *pair; pair += 2) {
        if (localName(pair[0]) == name) return pair[1];
    }
    return {};
}

struct XmlReader::Hearing {
    XmlListener& listener;
    XML_Parser parser = nullptr;
    int depth = 0;

    void stop() const { XML_StopParser(parser, XML_FALSE); }

    static void begin(void* self, const char* name, const char** attributes) {
        auto& hearing = *static_cast<Hearing*>(self);
        if (++hearing.depth > kDeepest) return hearing.stop();
        hearing.listener.begin(localName(name), XmlAttributes(attributes));
        if (hearing.listener.isDone()) hearing.stop();
    }
    static void end(void* self, const char* name) {
        auto& hearing = *static_cast<Hearing*>(self);
        --hearing.depth;
        hearing.listener.end(localName(name));
        if (hearing.listener.isDone()) hearing.stop();
    }
    static void text(void* self, const char* piece, int length) {
        static_cast<Hearing*>(self)->listener.text({piece, static_cast<std::size_t>(length)});
    }
    static void documentType(void* self, const char*, const char*, const char*, int) {
        static_cast<Hearing*>(self)->stop();
    }
};

XmlReader::XmlReader(XmlListener& listener)
    : hearing_(std::make_unique<Hearing>(Hearing{listener})), parser_(XML_ParserCreate(nullptr)) {
    hearing_->parser = parser_;
    XML_SetUserData(parser_, hearing_.get());
    XML_SetElementHandler(parser_, &Hearing::begin, &Hearing::end);
    XML_SetCharacterDataHandler(parser_, &Hearing::text);
    XML_SetStartDoctypeDeclHandler(parser_, &Hearing::documentType);
}

XmlReader::~XmlReader() { XML_ParserFree(parser_); }

bool XmlReader::take(std::string_view piece, bool last) {
    return XML_Parse(parser_, piece.data(), static_cast<int>(piece.size()), last) == XML_STATUS_OK;
}

}  // namespace qiaomen
