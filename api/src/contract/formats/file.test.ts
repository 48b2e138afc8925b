import { expect, test } from 'vitest'
import { formatOfBytes, formatOfName, writeFormats, writeSize } from './file.ts'

test.each([
  ['contrato.pdf', 'pdf'],
  ['Foto do RG.JPG', 'jpeg'],
  ['foto.jpeg', 'jpeg'],
  ['foto.jfif', 'jpeg'],
  ['logo.png', 'png'],
  ['logo.png.pdf', 'pdf'],
  ['logo.svg', undefined],
  ['contrato.pdf.exe', undefined],
  ['contrato.pdf ', undefined],
  ['pdf', undefined],
  ['', undefined],
])('the name %s stands for %s', (name, format) => {
  expect(formatOfName(name)).toBe(format)
})

test.each([
  ['%PDF-1.7', 'pdf'],
  ['\xff\xd8\xff\xe0', 'jpeg'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['\x89PNG', undefined],
  ['<svg xmlns="http://www.w3.org/2000/svg">', undefined],
  [' %PDF-1.7', undefined],
  ['MZ', undefined],
  ['', undefined],
])('bytes that begin with %j are %s', (text, format) => {
  expect(formatOfBytes(Buffer.from(text, 'latin1'))).toBe(format)
})

test.each([
  [0, '0 B', '0 B'],
  [1, '1 B', '1 B'],
  [1023, '1.023 B', '1,023 B'],
  [1536, '1,5 KB', '1.5 KB'],
  [10 * 1024 * 1024, '10 MB', '10 MB'],
  [3 * 1024 ** 4, '3.072 GB', '3,072 GB'],
])('%i bytes read %s', (bytes, portuguese, english) => {
  const written = (['pt-BR', 'en'] as const).map((language) => writeSize(bytes, language).replace('\u00a0', ' '))
  expect(written).toEqual([portuguese, english])
})

test('formats are listed as choices', () => {
  expect(writeFormats(['pdf', 'jpeg', 'png'])).toBe('PDF, JPEG ou PNG')
  expect(writeFormats(['pdf', 'jpeg', 'png'], 'en')).toBe('PDF, JPEG, or PNG')
  expect(writeFormats(['png'])).toBe('PNG')
})
