import { describe, expect, test } from 'vitest'
import { isUrl, normaliseUrl } from './url.ts'

describe('web address', () => {
  test.each([
    'https://exemplo.com',
    'http://localhost:3000/a?b=c#d',
    'HTTPS://EXEMPLO.COM',
    'https://ação.com/ç',
    'https://[::1]/',
  ])('%s is one', (url) => expect(isUrl(normaliseUrl(` ${url} `))).toBe(true))

  test.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'ftp://exemplo.com',
    'https:exemplo.com',
    'https:\\\\exemplo.com',
    'https://',
    'https://?q',
    'https://a@b.com',
    'https://a b.com',
    'exemplo.com',
    '',
  ])('%j is none', (url) => expect(isUrl(normaliseUrl(url))).toBe(false))
})
