import { action } from '../define/action.ts'

export const endSessions = action('user', {
  label: 'Encerrar sessões',
  icon: 'stop',
  on: ['record', 'bulk'],
  danger: true,
  confirm: 'A pessoa precisa entrar de novo, onde quer que esteja.',
  message: 'Sessões encerradas.',
  async run({ record, accounts }) {
    await accounts.endSessions(record.id)
  },
})
