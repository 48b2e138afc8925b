import * as brazilianUtils from '@brazilian-utils/brazilian-utils'
import { cpf as cpfOracle } from 'cpf-cnpj-validator'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCpf, isCpf, normaliseCpf } from './cpf.ts'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })

describe('CPF', () => {
  test('11 digits are judged as both other implementations judge them', () => {
    // Random check digits are wrong in 99 of 100: half of the samples get those of the oracle.
    const complete = digits(9).map((nine) => {
      const first = cpfOracle.verifierDigit(nine)
      return `${nine}${first}${cpfOracle.verifierDigit(`${nine}${first}`)}`
    })
    fc.assert(
      fc.property(fc.oneof(digits(11), complete), (cpf) => {
        expect(isCpf(cpf)).toBe(cpfOracle.isValid(cpf))
        expect(isCpf(cpf)).toBe(brazilianUtils.isValidCpf(cpf))
      }),
      { numRuns: 5000 },
    )
  })

  test('the mask comes off what is typed and back on what is shown', () => {
    fc.assert(
      fc.property(
        digits(11),
        (cpf) => normaliseCpf(formatCpf(cpf)) === cpf && formatCpf(cpf) === brazilianUtils.formatCpf(cpf),
      ),
    )
    expect(normaliseCpf(' 111.444.777-35 ')).toBe('11144477735')
  })

  test.each(['11144477735', '52998224725', '00000000191'])('%s is valid', (cpf) => expect(isCpf(cpf)).toBe(true))

  test.each([
    '111.111.111-11',
    '11111111111',
    '00000000000',
    '11144477736',
    '1114447773',
    '１１１44477735',
    '11144477735x',
    '',
  ])('%s is not', (typed) => expect(isCpf(normaliseCpf(typed))).toBe(false))
})
