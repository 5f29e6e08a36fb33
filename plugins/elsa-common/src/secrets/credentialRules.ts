import { isUserInfo } from './decodeBase64';
import { isSecretHeader, isSecretName } from './names';
import { isLiteral, isPlainWord } from './references';

/** A credential that is recognized by what stands before it. */
export interface CredentialRule {
  /**
   * With the flag `g`; the value begins where the match ends. Every repetition
   * is bounded or cannot begin anew inside of what it read: texts may be long
   * and are not ours.
   */
  before: RegExp;
  /** How the value is read: a setting's, a word of a shell, or what this pattern (flag `y`) matches. */
  value: 'setting' | 'word' | RegExp;
  /** Without it, every literal is a credential. */
  isSecret?: (value: string, match: RegExpExecArray) => boolean;
}

const isLiteralWord = (value: string) =>
  isLiteral(value) && !isPlainWord(value);

/** `user:password`, not the numbers of a user and a group. */
function isLogin(value: string): boolean {
  // A key in place of the user's name, as Stripe takes it.
  if (/^(?=.*[0-9])[^:]{8,}:$/.test(value)) return isLiteral(value);
  const [, user, password] = /^([^:]*):(.+)$/s.exec(value) ?? [];
  return (
    password !== undefined &&
    !/^[0-9]*:[0-9]+$/.test(value) &&
    !/^\/\//.test(password) &&
    !/^[[<].*[\]>]$/.test(password) &&
    (user !== '' || password.length > 2) &&
    isLiteral(password)
  );
}

/** Programs and the option that takes their password. */
const PROGRAMS = [
  String.raw`\b(?:mysql|mysqldump|mysqladmin|mysqlimport|mysqlsh|mariadb|mariadb-dump|mariadb-admin)\b[^\n|;&]{0,200}?\s-p(?=[^\s-])`,
  String.raw`\bsshpass\s{1,4}-p\s{0,4}`,
  String.raw`\bredis-cli\b[^\n|;&]{0,200}?\s-a\s{1,4}`,
  String.raw`\b(?:sqlcmd|bcp)\b[^\n|;&]{0,200}?\s-P\s{0,4}`,
  String.raw`\b(?:docker|podman|nerdctl|buildah|skopeo|oras|az|helm\s{1,4}registry)\s{1,4}login\b[^\n|;&]{0,200}?\s-p\s{1,4}`,
  String.raw`\bmongo(?:sh|dump|restore|export|import|stat|top)?\b[^\n|;&]{0,200}?\s-p\s{1,4}`,
  String.raw`\bldap(?:search|add|modify|delete|passwd|whoami)\b[^\n|;&]{0,200}?\s-w\s{1,4}`,
  String.raw`\brabbitmqadmin\b[^\n|;&]{0,200}?\s-p\s{1,4}`,
  String.raw`\bmc\s{1,4}(?:alias\s{1,4}set|config\s{1,4}host\s{1,4}add)\s{1,4}\S{1,64}\s{1,4}\S{1,200}\s{1,4}\S{1,64}\s{1,4}`,
  String.raw`\bsqlplus\b[^\n|;&]{0,80}?\s[\w.]{1,64}/`,
  String.raw`\brabbitmqctl\b[^\n|;&]{0,80}?\s(?:add_user|change_password|authenticate_user)\s{1,4}\S{1,64}\s{1,4}`,
  String.raw`\bhtpasswd\s{1,4}-[A-Za-z]{0,6}b[A-Za-z]{0,6}\s{1,4}\S{1,200}\s{1,4}(?:[^\s-]\S{0,64}\s{1,4})?`,
  String.raw`\s-pass(?:in|out)?\s{1,4}pass:`,
];

/** Commands and options, as they stand in arguments and scripts. */
export const COMMAND_RULES: CredentialRule[] = [
  {
    before:
      /(?<![^\s"'[,(])(--?[A-Za-z][\w:.-]{0,64})(?:[ \t]{1,8}|["'],\s{0,4}["'])(?!-)/g,
    value: 'word',
    isSecret: (value, [, option]) =>
      isSecretName(option) && isLiteralWord(value),
  },
  {
    before:
      /(?<![^\s"'[,(])(?:-u|--user|--proxy-user)(?:=|[ \t]{1,8}|(?=["']))/g,
    value: 'word',
    isSecret: isLogin,
  },
  ...PROGRAMS.map((program): CredentialRule => ({
    before: new RegExp(program, 'g'),
    value: 'word',
    isSecret: isLiteralWord,
  })),
  {
    // The configuration of Redis and of its Sentinel.
    before:
      /(?<![\w-])(?:requirepass|masterauth|sentinel[ \t]{1,4}auth-pass[ \t]{1,4}\S{1,64})[ \t]{1,8}/gi,
    value: 'word',
    isSecret: isLiteralWord,
  },
  {
    // SQL
    before:
      /\b(?:identified\s{1,4}(?:with\s{1,4}\S{1,64}\s{1,4})?by(?:\s{1,4}password)?\s{1,4}|with\s{1,4}password\s{1,4}|(?:create|alter)\s{1,4}(?:user|role|login)\s[^;\n']{0,200}?\bpassword\s{1,4}|set\s{1,4}password\b[^;\n=]{0,200}=\s{0,4}(?:password\s{0,4}\(\s{0,4})?)(?=[EN]?')/gi,
    value: 'setting',
  },
  {
    // curl -H "X-Api-Key: x"
    before:
      /(?<![^\s"'[,(])(?:-H|--header)[ \t=]{0,4}\\{0,7}["']?([\w-]{1,64}):[ \t]{0,4}/g,
    value: /[^\r\n"'\\]{1,8192}/y,
    isSecret: (value, [, name]) => isSecretName(name) && isLiteral(value),
  },
  {
    // nginx
    before:
      /\b(?:proxy_set_header|grpc_set_header|add_header)[ \t]{1,8}([\w-]{1,64})[ \t]{1,8}/g,
    value: 'word',
    isSecret: (value, [, name]) =>
      isSecretName(name) && !value.startsWith('$') && isLiteralWord(value),
  },
  {
    // Lists of users of Redis
    before: /\buser[ \t]{1,4}\S{1,64}[ \t][^\n>]{0,200}?(?<=[ \t])>(?=\S)/g,
    value: 'word',
    isSecret: isLiteralWord,
  },
];

const NAME_IN_QUOTES = String.raw`\\{0,7}["']?(?:key|name|property)\\{0,7}["']?\s{0,4}[=:]\s{0,4}\\{0,7}["']([\w.:/-]{1,64})\\{0,7}["']`;

/** Members of JSON that stand between the name and the value. */
const OTHER_MEMBERS = String.raw`(?:\s{0,16},\s{0,16}\\{0,7}"\w{1,32}\\{0,7}"\s{0,4}:\s{0,4}(?:\\{0,7}"[^"\\]{0,64}\\{0,7}"|true|false|null|[0-9]{1,16})){0,6}?`;

/** Files that programs read their credentials from. */
export const FILE_RULES: CredentialRule[] = [
  {
    // Attributes of XML and members of JSON: a name, and the value beside it.
    before: new RegExp(
      String.raw`${NAME_IN_QUOTES}${OTHER_MEMBERS}\s{0,16},?\s{0,16}\\{0,7}["']?(?:value|password)\\{0,7}["']?\s{0,4}[=:]\s{0,8}`,
      'gi',
    ),
    value: 'setting',
    // Without quotes, JSON goes on behind it.
    isSecret: (value, [, name]) =>
      isSecretName(name) && isLiteral(value.replace(/[}\]]+$/, '')),
  },
  {
    // A literal in a workflow of Elsa.
    before:
      /\\{0,7}"(\w{1,64})\\{0,7}"\s{0,4}:\s{0,4}\{[^{}]{0,200}"expression\\{0,7}"\s{0,4}:\s{0,16}\{\s{0,32}\\{0,7}"type\\{0,7}"\s{0,4}:\s{0,4}\\{0,7}"Literal\\{0,7}",\s{0,32}\\{0,7}"value\\{0,7}"\s{0,4}:\s{0,4}(?=\\{0,7}")/g,
    value: 'setting',
    isSecret: (value, [, name]) => isSecretName(name) && isLiteral(value),
  },
  {
    // <entry key="password">x</entry>, <password>x</password>
    before:
      /<(?:(?:entry|property|add|param|setting|string|value)\s{1,4}(?:key|name)="([\w.:-]{1,64})"|([\w.:-]{1,64})(?:\s[^<>]{0,100})?)>\s{0,40}/gi,
    value: /[^<>\n]{1,4096}(?=\s{0,40}<\/)/y,
    isSecret: (value, [, key, tag]) =>
      isSecretName(key ?? tag) && isLiteral(value.trim()),
  },
  {
    // System.setProperty("API_TOKEN", "x")
    before:
      /\(\s{0,4}\\{0,7}["']([\w.:-]{1,64})\\{0,7}["']\s{0,4},\s{0,4}(?=\\{0,7}["'])/g,
    value: 'setting',
    isSecret: (value, [, name]) => isSecretName(name) && isLiteral(value),
  },
  {
    // .dockerconfigjson
    before: /\\{0,7}["']auth\\{0,7}["']\s{0,8}:\s{0,8}(?=\\{0,7}["'])/g,
    value: 'setting',
    isSecret: isUserInfo,
  },
  {
    // .htpasswd
    before: /(?:^|[\n,"'])[\w.@-]{1,64}:(?=\$(?:apr1|2[aby]|5|6|y)\$|\{SHA\})/g,
    value: /[^\s"',]{10,256}/y,
    isSecret: () => true,
  },
  {
    // userlist.txt of PgBouncer
    before: /(?:^|\n)"[^"\n]{1,63}"[ \t]{1,8}"/g,
    value: /[^"\n]{1,1024}(?="[ \t]{0,8}(?:\r?\n|$))/y,
  },
  {
    // .netrc
    before:
      /\b(?:login|machine)\s{1,8}\S{1,256}\s{1,32}(?:account\s{1,8}\S{1,256}\s{1,32})?password\s{1,8}/g,
    value: 'word',
  },
  {
    // .pgpass
    before:
      /(?:^|\n)(?:\*|\[[0-9a-f:]{2,45}\]|(?=[^:\s]{0,252}[a-z])[^:\s#]{1,253}|[0-9.]{7,15}):(?:\*|[0-9]{2,5}):[^:\s]{1,63}:[^:\s]{1,63}:/gi,
    value: /\S{1,1024}/y,
  },
];

/** Headers and addresses. */
export const WIRE_RULES: CredentialRule[] = [
  {
    before:
      /\b((?:proxy-)?authorization)\\{0,7}["']?\s{0,4}[:=]\s{0,4}\\{0,7}["']?(?:basic|bearer|token|api-?key|api-token|geniekey|splunk|sharedkey|digest|negotiate)(?:\s{1,4}|%20)/gi,
    value: /[^\s"'\\]{3,8192}/y,
    isSecret: isLiteralWord,
  },
  {
    before:
      /\b(?:set-)?cookie\\{0,7}["']?\s{0,4}:\s{0,4}\\{0,7}["']?(?=[\w.-]{1,64}=)/gi,
    value: /[^\r\n"'\\]{1,8192}/y,
    isSecret: value => isLiteral(value.slice(value.indexOf('=') + 1)),
  },
  {
    before: /\bBasic(?:\s{1,4}|%20)/g,
    value: /[A-Za-z0-9+/]{8,1024}={0,2}/y,
    isSecret: isUserInfo,
  },
  {
    before: /\b(?:Bearer|ApiKey|Api-Token)(?:\s{1,4}|%20)/g,
    value: /[A-Za-z0-9._~+/-]{16,4096}={0,2}/y,
  },
  {
    // Addresses with a user's password.
    before: /\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@"'<>]{0,256}:/gi,
    value: /[^\s/@]{1,256}(?=@)/y,
  },
  {
    // A token in place of the user's name.
    before: /\bhttps?:\/\//gi,
    value: /[^\s/:@?#"'<>]{20,256}(?=(?::x-oauth-basic)?@)/y,
  },
  {
    // What Go's driver for MySQL reads.
    before: /(?<![\w.:-])[\w.-]{1,64}:(?=[^\s@"']{1,256}@(?:tcp|unix)\()/g,
    value: /[^\s@"']{1,256}/y,
  },
  {
    before: /\bjdbc:oracle:thin:[^\s/:@]{1,64}\//g,
    value: /[^\s@]{1,256}(?=@)/y,
  },
  {
    // Addresses that are signed: Azure, AWS and Google.
    before: /[?&]sig=/g,
    value: /[A-Za-z0-9%+/_-]{40,64}(?:=|%3D)?/y,
  },
  {
    before:
      /\bX-(?:Amz|Goog)-(?:Signature|Security-Token)=|\bAWS4-HMAC-SHA256\b[^\n]{0,400}?\bSignature=/gi,
    value: /[A-Za-z0-9%+/=]{16,8192}/y,
  },
];

/** Whether a header of this name, stated apart from its value, carries a credential. @public */
export function isSecretHeaderValue(name: string, value: string): boolean {
  return isSecretHeader(name) && isLiteralWord(value);
}
