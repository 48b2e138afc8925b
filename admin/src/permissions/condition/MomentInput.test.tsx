import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { speak } from '../../../test/kinds.tsx'
import { readMoment } from '../model/placeholders.ts'
import { MomentInput } from './MomentInput.tsx'

function Held({ token: first, told }: { token: string; told: string[] }) {
  const [token, setToken] = useState(first)
  const moment = readMoment(token)
  if (!moment) return null
  return (
    <MomentInput
      label="Criado em"
      moment={moment}
      onChange={(next) => {
        told.push(next)
        setToken(next)
      }}
    />
  )
}

function open(token: string): string[] {
  speak('pt-BR')
  const told: string[] = []
  render(<Held token={token} told={told} />)
  return told
}

const length = () => screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Quanto, em Criado em' })
const type = (text: string) => fireEvent.change(length(), { target: { value: text } })

function choose(combobox: string, option: string) {
  fireEvent.mouseDown(screen.getByRole('combobox', { name: combobox }))
  fireEvent.click(screen.getByTitle(option))
}

test('a number that is typed anew keeps its unit and its side', () => {
  const told = open('${now+12h}')

  type('')
  expect(length().value).toBe('')
  type('7')

  expect(told).toEqual(['${now}', '${now+7h}'])
})

test('an emptied number says that it is nothing once one leaves it', () => {
  open('${now-30d}')
  type('')
  fireEvent.blur(length())

  expect(length().value).toBe('0')
})

test('unit and side can be chosen before there is a number', () => {
  const told = open('${now}')
  choose('Unidade, em Criado em', 'minutos')
  choose('Antes ou depois, em Criado em', 'à frente')
  type('5')

  expect(told.at(-1)).toBe('${now+5m}')
})
