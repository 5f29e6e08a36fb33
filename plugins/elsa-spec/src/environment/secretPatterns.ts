/** How a kind of credential is recognized by what stands around it. */
export interface SecretPattern {
  /** With the flag `g`, and the group `value`. Every repetition has a limit: texts may be long. */
  pattern: RegExp;
  /** Decides on the value; without it, every value is a credential that does not refer to something else. */
  isSecret?: (value: string) => boolean;
}

const SETTING =
  'password|passwd|pwd|passphrase|account_?key|shared_?access_?key|client[-_]?secret|secret_?access_?key|api[-_]?key|access[-_]?token|auth[-_]?token|private[-_]?key';

/** Each by its own prefix, as their issuers document them. */
const TOKENS = [
  /\beyJ[A-Za-z0-9_-]{8,4096}\.eyJ[A-Za-z0-9_-]{8,4096}\.[A-Za-z0-9_-]{0,4096}/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{30,255}\b/,
  /\bgithub_pat_[A-Za-z0-9_]{30,255}\b/,
  /\bgl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|oas)-[A-Za-z0-9_-]{20,255}/,
  /\bxox[abceoprs]-[A-Za-z0-9-]{10,255}\b/,
  /\bxapp-[0-9]-[A-Za-z0-9-]{10,255}\b/,
  /\bhooks\.slack\.com\/services\/T[A-Z0-9]{6,20}\/B[A-Z0-9]{6,20}\/[A-Za-z0-9]{20,32}/,
  /\bsk-(?:(?:proj|ant|svcacct|admin|or)-[A-Za-z0-9_-]{20,255}|[A-Za-z0-9]{24,255})/,
  /\b[sr]k_live_[A-Za-z0-9]{16,255}\b/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bpypi-AgEI[A-Za-z0-9_-]{20,255}/,
  /\bdckr_[op]at_[A-Za-z0-9_-]{20,64}/,
  /\bhv[sbr]\.[A-Za-z0-9_-]{24,512}/,
  /\bgl(?:sa|c)_[A-Za-z0-9_=-]{30,512}/,
  /\bAIza[A-Za-z0-9_-]{35}\b/,
  /\bya29\.[A-Za-z0-9_-]{20,2048}/,
  /\bSG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{16,64}/,
  /\bdop_v1_[a-f0-9]{64}\b/,
  /\bAGE-SECRET-KEY-1[A-Z0-9]{20,64}/,
  /[?&]sig=[A-Za-z0-9%+/]{40,64}(?:=|%3D)?/,
  /\bApiKey\s{1,4}[A-Za-z0-9-]{16,255}/,
  /\bBearer\s{1,4}[A-Za-z0-9._~+/-]{16,4096}/,
  // Elsa's published default API key.
  /00000000-0000-0000-0000-000000000000/,
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/,
];

/** Whatever issuers mark as theirs. */
export const SECRET_TOKENS = new RegExp(
  TOKENS.map(({ source }) => source).join('|'),
);

export const SECRET_PATTERNS: SecretPattern[] = [
  {
    // A private key in PEM within Base64; certificates look alike until they are decoded.
    pattern: /(?<value>LS0tLS1CRUdJTi[A-Za-z0-9+/]{16,65536})/g,
    isSecret: value => decodeBase64(value).includes('PRIVATE KEY'),
  },
  {
    // Connection strings, options of commands, parameters of addresses, variables of shells.
    pattern: new RegExp(
      `(?:^|[^\\w-])-{0,2}[\\w-]{0,64}?(?:${SETTING})["']?\\s{0,4}=\\s{0,4}(?<value>["']?[^;=\\s"'][^\\s;]{0,256})`,
      'gi',
    ),
  },
  {
    pattern:
      /(?:^|[\s?&;'"])-{0,2}[\w-]{0,64}?token=(?<value>["']?[^;=\s"'][^\s;&]{5,256})/gi,
  },
  {
    // JSON, such as appsettings.json in a ConfigMap.
    pattern: new RegExp(
      `"[\\w:.-]{0,64}?(?:${SETTING})"\\s{0,8}:\\s{0,8}"(?<value>[^"\\s]{1,256})"`,
      'gi',
    ),
  },
  {
    // Addresses with a user's password.
    pattern:
      /\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@]{0,256}:(?<value>[^\s/@]{1,256})@/gi,
  },
  {
    // A token in place of the user's name.
    pattern: /\bhttps?:\/\/(?<value>[^\s/:@?#"'<>]{20,256})@/gi,
  },
  {
    pattern:
      /\bauthorization["']?\s{0,4}[:=]\s{0,4}["']?(?:basic|bearer|token|apikey)\s{1,4}(?<value>[^\s"']{6,4096})/gi,
  },
  {
    pattern: /\bBasic\s{1,4}(?<value>[A-Za-z0-9+/]{8,1024}={0,2})/g,
    isSecret: value => /^[\x20-\x7e]+:[\x20-\x7e]+$/.test(decodeBase64(value)),
  },
];

/** Whole groups of four only: the rest of a text that was cut is nothing that a key depends on. */
function decodeBase64(text: string): string {
  const digits = text.replace(/=+$/, '');
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  return atob(whole);
}
