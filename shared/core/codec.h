// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/core/bytes.h"
#include "shared/core/change.h"

namespace qiaomen {

/// The bytes of a change's body, the same in the outbox, on the wire, in the centre's log and under the hash chain.
///
///     body    := flags:byte saved:fixed64? collection:varint record:id count:varint write*
///     flags   := 1 remove | 2 restores | 4 no write has a base | 8 stamped anew: `saved` is the time it was saved at
///     write   := (field << 3 | kind):varint content base?        kind as Value::Kind
///     content := nothing | signed | fixed64 (IEEE 754 bits) | text | id
///     base    := 0 none | 1 as the base before | 2 varint (the change's own device, so much earlier) | 3 fixed64 id
///
/// Stamp and number stand outside, where the outbox, the log and the wire each have them already.
void encodeBody(const Change& change, ByteWriter& out);
std::string encodeBody(const Change& change);

/// Throws Malformed. `stamp` is the stamp of the change, `number` its number.
Change decodeBody(ByteReader& in, const Stamp& stamp, std::uint64_t number);
Result<Change> decodeBody(std::string_view bytes, const Stamp& stamp, std::uint64_t number);

/// The content of a value whose kind stands elsewhere (a number above 4 is refused).
void encodeContent(const Value& value, ByteWriter& out);
Value decodeContent(std::uint64_t kind, ByteReader& in);

/// A value with its kind: byte kind, content as above.
void encodeValue(const Value& value, ByteWriter& out);
Value decodeValue(ByteReader& in);

}  // namespace qiaomen
