import { action } from '../define/action.ts'

export const resetPassword = action('user', {
  label: 'Redefinir senha',
  icon: 'key',
  confirm:
    'As sessões da pessoa terminam agora, e ela recebe um link para escolher outra senha. Até lá, a atual continua valendo.',
  message: 'Sessões encerradas, link criado.',
  async run({ record, accounts, show, refuse }) {
    if (!(await accounts.hasPassword(record.id))) refuse('Esta pessoa ainda não tem senha. Use Convidar.')
    const { url } = await accounts.passwordLink(record.id)
    await accounts.endSessions(record.id)
    show('Link para a nova senha, vale por 24 horas', url)
  },
})
