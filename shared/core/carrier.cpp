// SPDX-License-Identifier: Apache-2.0
#include "shared/core/carrier.h"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

#include "shared/core/bytes.h"
#include "shared/core/carrier_flaw.h"

namespace qiaomen {

namespace {

constexpr std::string_view kFamily = "QMC";
constexpr std::string_view kMagic = "QMC1";
constexpr char kQuestion = 'q';
constexpr char kAnswer = 'a';
constexpr char kAlgorithms = 1;
constexpr std::size_t kHead = kMagic.size() + 2;
constexpr std::string_view kQuestionDomain = "qiaomen carrier question 1";
constexpr std::string_view kAnswerDomain = "qiaomen carrier answer 1";

using BoxKey = std::array<std::uint8_t, crypto_box_PUBLICKEYBYTES>;
using BoxSecret = std::array<std::uint8_t, crypto_box_SECRETKEYBYTES>;

unsigned char* octets(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }
const unsigned char* octets(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
template <class Bytes>
std::string_view chars(const Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
template <class Bytes>
Bytes octetsOf(std::string_view text) {
    Bytes bytes{};
    std::copy(text.begin(), text.end(), reinterpret_cast<char*>(bytes.data()));
    return bytes;
}

Error invalid(std::string why) { return {Fault::invalid, std::move(why)}; }

std::string signedText(std::string_view domain, const PublicKey& reader, std::string_view content) {
    ByteWriter text;
    text.byte(static_cast<std::uint8_t>(kAlgorithms));
    text.text(domain);
    text.raw(chars(reader));
    text.raw(chars(blake2b(content)));
    return text.take();
}

Result<std::string> sealed(char kind, std::string_view domain, std::string content, const SecretKey& writer,
                           const PublicKey& reader) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used here");
    BoxKey box{};
    if (crypto_sign_ed25519_pk_to_curve25519(box.data(), reader.data()) != 0)
        return invalid("nothing can be sealed to this key");
    content.insert(0, chars(sign(signedText(domain, reader, content), writer)));
    std::string file = std::string(kMagic) + kind + kAlgorithms;
    file.resize(kHead + crypto_box_SEALBYTES + content.size());
    crypto_box_seal(octets(file) + kHead, octets(content), content.size(), box.data());
    sodium_memzero(content.data(), content.size());
    return file;
}

Outcome checkHead(std::string_view file, char kind) {
    if (!file.starts_with(kFamily) || file.size() < kHead) return invalid("this is no carrier file");
    if (!file.starts_with(kMagic) || file[kHead - 1] != kAlgorithms)
        return Error{Fault::outdated, "this carrier file is of another version: update the program"};
    const char is = file[kMagic.size()];
    if (is == kind) return Done{};
    if (is == kQuestion) return invalid("this is a question, not an answer: the centre has to see it first");
    if (is == kAnswer) return invalid("this is an answer, not a question: it belongs to the phone that asked");
    return invalid("this is no carrier file");
}

/// A signature and what it covers.
struct Opened {
    SignatureBytes signature{};
    std::string content;
};

Result<Opened> open(std::string_view file, char kind, const KeyPair& reader) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used here");
    if (auto right = checkHead(file, kind); !right) return right.error();
    file.remove_prefix(kHead);
    const Error notToBeOpened = invalid(
        "the carrier file is meant for somebody else, or it was cut or altered on the way");
    Opened opened;
    if (file.size() < crypto_box_SEALBYTES + opened.signature.size()) return notToBeOpened;
    BoxKey box{};
    BoxSecret secret{};
    if (crypto_sign_ed25519_pk_to_curve25519(box.data(), reader.publicKey.data()) != 0 ||
        crypto_sign_ed25519_sk_to_curve25519(secret.data(), reader.secretKey.data()) != 0)
        return notToBeOpened;
    std::string plain(file.size() - crypto_box_SEALBYTES, '\0');
    const int wrong = crypto_box_seal_open(octets(plain), octets(file), file.size(), box.data(), secret.data());
    sodium_memzero(secret.data(), secret.size());
    if (wrong != 0) return notToBeOpened;
    opened.signature = octetsOf<SignatureBytes>(std::string_view(plain).substr(0, opened.signature.size()));
    opened.content = plain.substr(opened.signature.size());
    return opened;
}

template <class Message>
Result<Message> decoded(std::string_view content, Message (*read)(ByteReader&)) {
    try {
        ByteReader in(content);
        Message message = read(in);
        in.finish();
        return message;
    } catch (const Malformed& wrong) {
        return invalid(std::string("the carrier file cannot be understood: ") + wrong.what());
    }
}

CarrierQuestion questionIn(ByteReader& in) {
    CarrierQuestion question;
    question.device = in.id<DeviceKind>();
    question.key = octetsOf<PublicKey>(in.raw(question.key.size()));
    question.token = in.text();
    question.atMs = static_cast<std::int64_t>(in.fixed64());
    question.message = in.text();
    return question;
}

CarrierAnswer answerIn(ByteReader& in) {
    CarrierAnswer answer;
    answer.device = in.id<DeviceKind>();
    answer.question = octetsOf<Hash256>(in.raw(answer.question.size()));
    answer.atMs = static_cast<std::int64_t>(in.fixed64());
    answer.message = in.text();
    for (std::size_t count = in.count(); count > 0; --count) answer.snapshots.emplace_back(in.text());
    return answer;
}

bool looksLike(std::string_view file, char kind) {
    return file.size() > kHead && file.starts_with(kFamily) && file[kMagic.size()] == kind;
}

}  // namespace

Hash256 carrierName(std::string_view file) { return blake2b(file); }
bool looksLikeQuestion(std::string_view file) { return looksLike(file, kQuestion); }
bool looksLikeAnswer(std::string_view file) { return looksLike(file, kAnswer); }

Result<std::string> writeQuestion(const CarrierQuestion& question, const SecretKey& device, const PublicKey& centre) {
    ByteWriter out;
    out.id(question.device);
    out.raw(chars(question.key));
    out.text(question.token);
    out.fixed64(static_cast<std::uint64_t>(question.atMs));
    out.text(question.message);
    return sealed(kQuestion, kQuestionDomain, out.take(), device, centre);
}

Result<std::string> writeAnswer(const CarrierAnswer& answer, const SecretKey& centre, const PublicKey& device) {
    ByteWriter out;
    out.id(answer.device);
    out.raw(chars(answer.question));
    out.fixed64(static_cast<std::uint64_t>(answer.atMs));
    out.text(answer.message);
    out.varint(answer.snapshots.size());
    for (const std::string& snapshot : answer.snapshots) out.text(snapshot);
    return sealed(kAnswer, kAnswerDomain, out.take(), centre, device);
}

Result<CarrierQuestion> readQuestion(std::string_view file, const KeyPair& centre) {
    const auto opened = open(file, kQuestion, centre);
    if (!opened) return opened.error();
    auto question = decoded(opened->content, questionIn);
    if (question &&
        !isSignedBy(signedText(kQuestionDomain, centre.publicKey, opened->content), opened->signature, question->key))
        return invalid("the question is not signed by the key that it names");
    return question;
}

Result<CarrierAnswer> readAnswer(std::string_view file, const KeyPair& device, const PublicKey& centre) {
    const auto opened = open(file, kAnswer, device);
    if (!opened) return opened.error();
    if (!isSignedBy(signedText(kAnswerDomain, device.publicKey, opened->content), opened->signature, centre))
        return invalid("the answer is not signed by this phone's centre");
    return decoded(opened->content, answerIn);
}

AnswerFlaw flawOfAnswer(std::string_view file, const KeyPair& device, const PublicKey& centre) {
    if (const auto head = checkHead(file, kAnswer); !head) {
        if (head.error().fault == Fault::outdated) return AnswerFlaw::otherVersion;
        return looksLikeQuestion(file) ? AnswerFlaw::question : AnswerFlaw::noCarrierFile;
    }
    const auto opened = open(file, kAnswer, device);
    if (!opened) return AnswerFlaw::doesNotOpen;
    if (!isSignedBy(signedText(kAnswerDomain, device.publicKey, opened->content), opened->signature, centre))
        return AnswerFlaw::otherCentre;
    return decoded(opened->content, answerIn) ? AnswerFlaw::none : AnswerFlaw::garbled;
}

}  // namespace qiaomen
