import { boolean, dateTime, decimal, integer, select, text } from '../define/kinds/index.ts'
import { defineSubject } from '../define/subject.ts'

const read = 'Ver'

/** What the logins of customers may do on the tracking platform, which asks this panel for their rules. */
export const platform = {
  vehicle: defineSubject('vehicle', {
    label: ['Veículo', 'Veículos'],
    icon: 'car',
    actions: { read, update: 'Alterar', export: 'Exportar' },
    fields: {
      plate: text('Placa'),
      nickname: text('Apelido'),
      model: text('Modelo'),
      category: select('Categoria', { car: 'Carro', motorcycle: 'Moto', truck: 'Caminhão', machine: 'Máquina' }),
      odometer: integer('Hodômetro'),
      driver: text('Motorista'),
      active: boolean('Ativo'),
    },
  }),
  position: defineSubject('position', {
    label: ['Posição', 'Posições'],
    icon: 'pin',
    actions: { read, history: 'Ver histórico', share: 'Compartilhar' },
    fields: {
      recordedAt: dateTime('Registrada em'),
      address: text('Endereço'),
      speed: decimal('Velocidade', { scale: 1 }),
      ignition: boolean('Ignição ligada'),
    },
  }),
  alert: defineSubject('alert', {
    label: ['Alerta', 'Alertas'],
    icon: 'bell',
    actions: { read, create: 'Criar', update: 'Alterar', delete: 'Excluir', acknowledge: 'Confirmar' },
    fields: {
      type: select('Tipo', {
        speed: 'Velocidade',
        fence: 'Cerca',
        ignition: 'Ignição',
        battery: 'Bateria',
        panic: 'Pânico',
      }),
      raisedAt: dateTime('Disparado em'),
      acknowledged: boolean('Confirmado'),
      note: text('Observação'),
    },
  }),
  command: defineSubject('command', {
    label: ['Comando', 'Comandos'],
    icon: 'tracker',
    actions: { read, lock: 'Bloquear', unlock: 'Desbloquear', locate: 'Localizar agora' },
    fields: {
      type: select('Tipo', { lock: 'Bloqueio', unlock: 'Desbloqueio', locate: 'Localização' }),
      sentAt: dateTime('Enviado em'),
      answered: boolean('Respondido'),
    },
  }),
  report: defineSubject('report', {
    label: ['Relatório', 'Relatórios'],
    icon: 'chart',
    actions: { read, generate: 'Gerar', schedule: 'Agendar', export: 'Exportar' },
    fields: {
      type: select('Tipo', { route: 'Percurso', stops: 'Paradas', speed: 'Velocidade', fuel: 'Combustível' }),
      generatedAt: dateTime('Gerado em'),
    },
  }),
}
