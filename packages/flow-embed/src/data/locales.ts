/** Locales that widgets have texts for; others fall back to the nearest. */
export const locales: readonly string[] = [
  'bg-bg', 'ca-es', 'cs-cz', 'da-dk', 'de-de', 'el-gr', 'en-us', 'es-es', 'et-ee', 'eu-es', 'fi-fi', 'fr-fr', 'gl-es',
  'hi-in', 'hr-hr', 'hu-hu', 'id-id', 'it-it', 'ja-jp', 'kk-kz', 'ko-kr', 'lt-lt', 'lv-lv', 'ms-my', 'nb-no', 'nl-nl',
  'pl-pl', 'pt-br', 'pt-pt', 'ro-ro', 'ru-ru', 'sk-sk', 'sl-si', 'sr-cyrl-rs', 'sr-latn-rs', 'sv-se', 'th-th', 'tr-tr',
  'uk-ua', 'vi-vn',
]

/** The documented list counts one more than it could be read with; Chinese is what it most likely lacks. */
export const uncertainLocales: readonly string[] = ['zh-cn', 'zh-tw']
