/** One kind of secret that can be told by its form. */
export interface SecretPattern {
  /** What a message calls it. */
  readonly kind: string
  /** Matches a whole run of token characters, or a part of it; the secret is the group `secret`, or all of it. */
  readonly form: RegExp
  /** What must stand shortly before the run, for forms that say little by themselves. */
  readonly before?: RegExp
}

const longest = 2000

/**
 * Forms of secrets in one run of token characters, most telling first. Every pattern is bounded, so that no text makes
 * it slow. Lengths are those the services document or are known to give out.
 */
export const secretPatterns: readonly SecretPattern[] = [
  { kind: 'AWS access key id', form: /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/ },
  { kind: 'Google API key', form: /AIza[\w-]{35}(?![\w-])/ },
  { kind: 'Google OAuth client secret', form: /GOCSPX-[\w-]{28}(?![\w-])/ },
  { kind: 'GitHub token', form: /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60,255})(?!\w)/ },
  { kind: 'GitLab token', form: /(?<![A-Za-z0-9])glpat-[\w-]{20}(?![\w-])/ },
  { kind: 'Slack token', form: /(?<![A-Za-z0-9])xox[abeoprs]-(?:\d{8,14}-){1,3}[A-Za-z0-9]{16,64}(?!\w)/ },
  { kind: 'Slack webhook', form: /hooks\.slack\.com\/services\/T\w{6,12}\/B\w{6,12}\/\w{20,30}/ },
  { kind: 'Stripe key', form: /(?<![A-Za-z0-9])[rs]k_(?:live|test)_[A-Za-z0-9]{20,250}/ },
  { kind: 'SendGrid API key', form: /(?<!\w)SG\.[\w-]{22}\.[\w-]{43}(?![\w-])/ },
  { kind: 'Twilio API key', form: /(?<![A-Za-z0-9])SK[0-9a-f]{32}(?![A-Za-z0-9])/ },
  { kind: 'OpenAI API key', form: /(?<![A-Za-z0-9])sk-(?:proj-)?(?=[\w-]{0,60}\d)[A-Za-z0-9]{20}[\w-]{10,200}/ },
  { kind: 'npm token', form: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?!\w)/ },
  { kind: 'Azure client secret', form: /(?<![\w~.-])[A-Za-z0-9]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/ },
  {
    kind: 'Azure shared access signature',
    form: /[?&;]sig=(?<secret>[A-Za-z0-9+/]{20,86}(?:%2[BF]|[A-Za-z0-9+/]|%3D|=){4,40})/i,
  },
  {
    kind: 'key of a connection string',
    form: /(?:AccountKey|SharedAccessKey|AccessKey)=(?<secret>[A-Za-z0-9+/]{40,100}={0,2})/i,
  },
  { kind: 'access token (JWT)', form: /eyJ[\w-]{10,1000}\.eyJ[\w-]{10,1500}\.[\w-]{20,700}/ },
  {
    kind: 'client secret',
    form: /(?:client_?secret)=(?<secret>[\w~.+/-]{16,200})/i,
  },
  {
    kind: 'client secret',
    before: /client[_-]?secret\W{1,8}$/i,
    form: /^[\w~.+/=-]{16,200}$/,
  },
  {
    kind: 'bearer token',
    before: /\bauthorization\W{1,6}bearer\s{1,8}$/i,
    form: new RegExp(`^[\\w~.+/=-]{24,${longest}}$`),
  },
  {
    kind: 'user name and password for basic authentication',
    before: /\bbasic\s{1,8}$/i,
    form: /^[A-Za-z0-9+/]{16,300}={0,2}$/,
  },
]

/** Matches every run that one of the patterns without `before` matches, and few others: one look instead of many. */
export const runAnchor =
  /assword=|AKIA|ASIA|AIza|GOCSPX-|gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|slack\.com|k_live_|k_test_|SG\.|SK[0-9a-f]|sk-|npm_|Q~|[sS]ig=|SIG=|[kK]ey=|KEY=|eyJ|[sS]ecret=|SECRET=/

/** Matches everything before a run that one of the patterns with `before` matches. */
export const contextAnchor = /(?:secret\W{1,8}|bearer\s{1,8}|basic\s{1,8})$/i
