/** Characters of a base64 text that belong to one of these alone. */
const SHORTEST_BASE64 = 8;

/** What a secret may look like in the text of a server that repeats it. */
export function secretForms(secret: string): string[] {
  const percent = encodeURIComponent(secret);
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  const forms = [
    secret,
    ...[percent, form, encodeURIComponent(percent)].flatMap(text => [
      text,
      withLowerCaseHex(text),
    ]),
    ...[secret, ...jsonForms(secret)].flatMap(text => [
      text,
      ...jsonForms(text),
    ]),
    escapeHtml(secret),
    ...base64Forms(secret),
  ];
  return [...new Set(forms)];
}

function withLowerCaseHex(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, hex => hex.toLowerCase());
}

/** As JavaScript, Go and Python write it into JSON, in this order. */
function jsonForms(text: string): string[] {
  const json = JSON.stringify(text).slice(1, -1);
  return [
    json,
    json.replace(/[<>&\u2028\u2029]/g, unicodeEscape),
    json.replace(/[^\x20-\x7e]/g, unicodeEscape),
    json.replaceAll('/', '\\/'),
  ];
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * Base64 of the secret, alone and in the midst of a longer text, such as a
 * whole header: where it begins in a group of three bytes makes three forms.
 */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const inside = [0, 1, 2].map(offset => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString(
      'base64',
    );
    const start = Math.ceil((offset * 8) / 6);
    const end = Math.floor(((offset + bytes.length) * 8) / 6);
    return text.slice(start, end);
  });
  return [bytes.toString('base64'), ...inside]
    .filter(text => text.length >= SHORTEST_BASE64)
    .flatMap(text => [
      text,
      text.replaceAll('+', '-').replaceAll('/', '_'),
      encodeURIComponent(text),
    ]);
}
