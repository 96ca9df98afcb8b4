// An identifier for what has none of its own: the same text has the same one, everywhere and always. Four mixed 32-bit hashes
// written as a UUID of version 8 (RFC 9562: made as its maker likes). Texts do not meet by chance; it is no signature.

export function contentId(text: string): string {
  let a = 0x9e3779b1 ^ text.length;
  let b = 0x85ebca6b;
  let c = 0xc2b2ae35;
  let d = 0x27d4eb2f;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ unit, 0x9e3779b1);
    b = c ^ Math.imul(b ^ unit, 0x85ebca6b);
    c = d ^ Math.imul(c ^ unit, 0xc2b2ae35);
    d = a ^ Math.imul(d ^ unit, 0x27d4eb2f);
  }
  // Twice around, so that the last characters reach every bit.
  for (let i = 0; i < 2; i++) {
    a = Math.imul(d ^ (a >>> 15), 0x9e3779b1);
    b = Math.imul(a ^ (b >>> 13), 0x85ebca6b);
    c = Math.imul(b ^ (c >>> 16), 0xc2b2ae35);
    d = Math.imul(c ^ (d >>> 14), 0x27d4eb2f);
  }
  const hex = [a, b, c, d].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
