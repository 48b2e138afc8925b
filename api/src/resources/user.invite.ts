import { action } from '../define/action.ts'

export const invite = action('user', {
  label: 'Convidar',
  icon: 'mail',
  confirm: 'A pessoa recebe um link para escolher a senha da conta.',
  message: 'Convite criado.',
  async run({ record, accounts, show, refuse }) {
    if (await accounts.hasPassword(record.id)) {
      refuse('Esta pessoa já tem senha. Para ela escolher outra, use Redefinir senha.')
    }
    const { url } = await accounts.passwordLink(record.id)
    show('Link do convite, vale por 72 horas', url)
  },
})
