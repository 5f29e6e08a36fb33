/**
 * Tokens that their issuers mark as theirs. The forms are those that gitleaks
 * lists in its config/gitleaks.toml (MIT License); the test beside this file
 * holds our table against theirs. Every repetition has a limit.
 */
const TOKENS = [
  // JSON Web Tokens
  String.raw`(?<!-)eyJ[A-Za-z0-9_-]{8,4096}\.eyJ[A-Za-z0-9/\\_-]{8,4096}\.[A-Za-z0-9/\\_-]{0,4096}`,
  String.raw`ey[A-Za-z0-9]{17,4096}\.ey[A-Za-z0-9/\\_-]{17,4096}\.[A-Za-z0-9/\\_-]{0,4096}`,
  String.raw`ZXlK[A-Za-z0-9+/]{60,8192}={0,2}`,
  // Private keys in Base64, in the midst of a file.
  String.raw`LS0tLS1CRUdJTi(?:BSU0EgUFJJVkFURSBLRVk|BQUklWQVRFIEtFWS|BFQyBQUklWQVRFIEtFWS|BPUEVOU1NIIFBSSVZBVEUgS0VZ|BFTkNSWVBURUQgUFJJVkFURSBLRVk)[A-Za-z0-9+/]{10,16384}={0,2}`,
  // Clouds
  String.raw`(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])`,
  String.raw`ABSK[A-Za-z0-9+/]{100,300}`,
  String.raw`bedrock-api-key-[A-Za-z0-9+/]{20,4096}`,
  String.raw`AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])`,
  String.raw`ya29\.[A-Za-z0-9_-]{20,2048}`,
  String.raw`[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}`,
  String.raw`LTAI[A-Za-z0-9]{20}`,
  String.raw`do[opr]_v1_[a-f0-9]{64}`,
  String.raw`v1\.0-[a-f0-9]{24}-[a-f0-9]{146}`,
  String.raw`4b1d[A-Za-z0-9]{38}(?![A-Za-z0-9])`,
  String.raw`HRKU-AA[A-Za-z0-9_-]{58}`,
  String.raw`fo1_[A-Za-z0-9_-]{43}`,
  String.raw`fm(?:1[ar]|2)_[A-Za-z0-9+/]{100,4096}`,
  String.raw`tk-us-[A-Za-z0-9_-]{48}`,
  String.raw`pscale_(?:tkn|oauth|pw)_[A-Za-z0-9_=.-]{32,64}`,
  String.raw`dapi[a-f0-9]{32}(?:-[0-9])?`,
  String.raw`pul-[a-f0-9]{40}`,
  String.raw`[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70}`,
  // Code and packages
  String.raw`gh[pousr]_[A-Za-z0-9]{30,255}`,
  String.raw`github_pat_[A-Za-z0-9_]{30,255}`,
  String.raw`gl(?:pat|dt|rt|cbt|ptt|ft|fct|ffct|imt|soat|agent|oas|as)-[A-Za-z0-9_.-]{20,400}`,
  String.raw`GR1348941[A-Za-z0-9_-]{20}`,
  String.raw`_gitlab_session=[a-z0-9]{32}`,
  String.raw`ATATT3[A-Za-z0-9_=-]{180,200}`,
  String.raw`npm_[A-Za-z0-9]{36}`,
  String.raw`pypi-AgEI[A-Za-z0-9_-]{20,1000}`,
  String.raw`rubygems_[a-f0-9]{48}`,
  String.raw`CLOJARS_[A-Za-z0-9]{60}`,
  String.raw`oy2[a-z0-9]{43}(?![A-Za-z0-9])`,
  String.raw`dckr_[op]at_[A-Za-z0-9_-]{20,64}`,
  String.raw`AKCp[A-Za-z0-9]{69}`,
  String.raw`cmVmd[A-Za-z0-9]{59}(?![A-Za-z0-9])`,
  String.raw`sgp_(?:(?:[a-fA-F0-9]{16}|local)_)?[a-fA-F0-9]{40}`,
  String.raw`API-[A-Z0-9]{26}(?![A-Za-z0-9])`,
  String.raw`(?:pat|sat)\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{20}`,
  String.raw`pnu_[A-Za-z0-9]{36}`,
  String.raw`ico-[A-Za-z0-9]{32}`,
  String.raw`sha256~[A-Za-z0-9_-]{43}`,
  String.raw`dp\.(?:pt|st|ct|sa|scim|audit)\.[A-Za-z0-9._-]{40,80}`,
  // Secrets and identities
  String.raw`hv[sbr]\.[A-Za-z0-9_-]{24,512}`,
  String.raw`s\.[A-Za-z0-9]{24}(?![A-Za-z0-9.])`,
  String.raw`A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3}`,
  String.raw`ops_eyJ[A-Za-z0-9+/]{100,4096}`,
  String.raw`AGE-SECRET-KEY-1[A-Z0-9]{20,64}`,
  String.raw`(?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,30}\.[A-Za-z0-9]{4,6}\.acc[_-][A-Za-z0-9-]{10,32}\.[A-Za-z0-9+/_=-]{30,120}`,
  // Watching
  String.raw`glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}`,
  String.raw`glc_[A-Za-z0-9+/=_-]{30,512}`,
  String.raw`eyJrIjoi[A-Za-z0-9]{70,400}`,
  String.raw`dt0[a-z][0-9]{2}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{64}`,
  String.raw`sntrys_eyJ[A-Za-z0-9+/=_]{60,512}`,
  String.raw`sntryu_[a-f0-9]{64}`,
  // Messages
  String.raw`xox[abceoprs]-[A-Za-z0-9-]{8,255}`,
  String.raw`xoxe.xox[bp]-[0-9]-[A-Za-z0-9]{100,200}`,
  String.raw`xapp-[0-9]-[A-Za-z0-9-]{10,255}`,
  String.raw`hooks.slack.com/(?:services|workflows|triggers)/[A-Za-z0-9+/]{40,64}`,
  String.raw`[a-z0-9]{1,63}\.webhook\.office\.com/webhookb2/[a-z0-9@/-]{40,200}/IncomingWebhook/[a-z0-9/-]{32,120}`,
  String.raw`discord(?:app)?\.com/api/webhooks/[0-9]{17,20}/[A-Za-z0-9_-]{60,80}`,
  String.raw`[0-9]{8,10}:AA[A-Za-z0-9_-]{33}`,
  String.raw`SG\.[A-Za-z0-9_=.-]{33,97}`,
  String.raw`xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}`,
  String.raw`SK[0-9a-fA-F]{32}(?![A-Za-z0-9])`,
  String.raw`key-[a-f0-9]{32}(?![A-Za-z0-9])`,
  // Machines that speak
  String.raw`sk-(?:(?:proj|ant|svcacct|admin|or)-[A-Za-z0-9_-]{20,255}|[A-Za-z0-9]{24,255})`,
  String.raw`hf_[A-Za-z]{34}`,
  String.raw`api_org_[A-Za-z]{34}`,
  String.raw`pplx-[A-Za-z0-9]{48}`,
  // Money and shops
  String.raw`[sr]k_(?:live|test|prod)_[A-Za-z0-9]{10,255}`,
  String.raw`(?:EAAA|sq0atp-|sq0csp-)[A-Za-z0-9_-]{22,60}`,
  String.raw`shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}`,
  String.raw`shippo_(?:live|test)_[a-fA-F0-9]{40}`,
  String.raw`FLWSECK_TEST-[A-Za-z0-9]{12,40}(?:-X)?`,
  String.raw`duffel_(?:test|live)_[A-Za-z0-9_=-]{43}`,
  String.raw`EZ[AT]K[A-Za-z0-9]{54}`,
  String.raw`EAA[MC][A-Za-z0-9]{100,400}`,
  // Work
  String.raw`p8e-[A-Za-z0-9]{32}`,
  String.raw`pat[A-Za-z0-9]{14}\.[a-f0-9]{64}`,
  String.raw`fio-u-[A-Za-z0-9_=-]{64}`,
  String.raw`lin_api_[A-Za-z0-9]{40}`,
  String.raw`ntn_[0-9]{11}[A-Za-z0-9]{35}`,
  String.raw`[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk`,
  String.raw`PMAK-[A-Za-z0-9]{24}-[A-Za-z0-9]{34}`,
  String.raw`rdme_[a-z0-9]{70}`,
  String.raw`s-s4t2(?:ud|af)-[a-f0-9]{64}`,
  String.raw`sm_[aps]at_[A-Za-z0-9]{16}`,
  String.raw`tskey-(?:auth|api|client|scim|webhook)-[A-Za-z0-9-]{10,100}`,
];

/** A token in the midst of a word is none. */
export const TOKEN = new RegExp(
  String.raw`(?<![A-Za-z0-9])(?:${TOKENS.join('|')})`,
  'g',
);

/** Private keys as files; the public half and certificates are not secret. */
export const PRIVATE_KEY =
  /-----BEGIN [A-Z0-9 _-]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[^-"\\]|\\+[nr])*(?:-----END [A-Z0-9 _-]{0,40}PRIVATE KEY(?: BLOCK)?-----)?|PuTTY-User-Key-File-[0-9]:[^"]*/g;

/** Elsa's published default API key. */
export const PUBLISHED_KEY = /00000000-0000-0000-0000-000000000000/g;
