export const women = [
  'Ana',
  'Beatriz',
  'Camila',
  'Débora',
  'Eduarda',
  'Fernanda',
  'Gabriela',
  'Helena',
  'Inês',
  'Júlia',
  'Larissa',
  'Letícia',
  'Márcia',
  'Natália',
  'Patrícia',
  'Raquel',
  'Sílvia',
  'Tatiane',
  'Vitória',
  'Conceição',
] as const

export const men = [
  'André',
  'Bruno',
  'Caio',
  'Diego',
  'Élcio',
  'Fábio',
  'Gustavo',
  'Henrique',
  'Ícaro',
  'João',
  'José',
  'Leandro',
  'Marcos',
  'Nélson',
  'Otávio',
  'Paulo',
  'Rogério',
  'Sérgio',
  'Thiago',
  'Vinícius',
] as const

export const surnames = [
  'Almeida',
  'Araújo',
  'Barbosa',
  'Cardoso',
  'Conceição',
  'Costa',
  'Dias',
  'Fernandes',
  'Ferreira',
  'Gonçalves',
  'Lima',
  'Lopes',
  'Magalhães',
  'Martins',
  'Nascimento',
  'Oliveira',
  'Peçanha',
  'Pereira',
  'Queirós',
  'Ribeiro',
  'Rocha',
  'Santos',
  'Silva',
  'Souza',
  'Teixeira',
  'Vieira',
  'Xavier',
  'Zanetti',
] as const

export const linked = [
  'da Silva',
  'dos Santos',
  'de Oliveira',
  'da Costa',
  'de Almeida',
  'do Nascimento',
  'da Rocha',
  'de Araújo',
] as const

export const businesses = [
  'Transportes',
  'Logística',
  'Comércio',
  'Distribuidora',
  'Construções',
  'Serviços',
  'Locadora',
  'Frota',
  'Turismo',
  'Agropecuária',
] as const

export const legalForms = ['Ltda.', 'S.A.', 'ME', 'EPP'] as const

export const occupations = [
  'Motorista',
  'Comerciante',
  'Professora',
  'Enfermeiro',
  'Engenheira',
  'Advogado',
  'Agricultor',
  'Representante comercial',
  'Contadora',
  'Autônomo',
] as const

export const streets = [
  'Rua das Acácias',
  'Avenida Brasil',
  'Rua Sete de Setembro',
  'Travessa São João',
  'Avenida Getúlio Vargas',
  'Rua Tiradentes',
  'Alameda Santos',
  'Rua da Conceição',
  'Estrada Velha',
  'Praça da República',
] as const

export const districts = [
  'Centro',
  'Jardim América',
  'Vila Nova',
  'Boa Vista',
  'Santa Cecília',
  'São José',
  'Industrial',
  'Parque das Águas',
] as const

/** City, state, a postal code range of the state (first five digits), area code. */
export const cities = [
  ['São Paulo', 'SP', 1000, 5999, '11'],
  ['Campinas', 'SP', 13000, 13139, '19'],
  ['Santos', 'SP', 11000, 11099, '13'],
  ['Rio de Janeiro', 'RJ', 20000, 23799, '21'],
  ['Niterói', 'RJ', 24000, 24399, '21'],
  ['Belo Horizonte', 'MG', 30000, 31999, '31'],
  ['Uberlândia', 'MG', 38400, 38419, '34'],
  ['Curitiba', 'PR', 80000, 82999, '41'],
  ['Londrina', 'PR', 86000, 86099, '43'],
  ['Florianópolis', 'SC', 88000, 88099, '48'],
  ['Porto Alegre', 'RS', 90000, 91999, '51'],
  ['Salvador', 'BA', 40000, 41999, '71'],
  ['Recife', 'PE', 50000, 52999, '81'],
  ['Fortaleza', 'CE', 60000, 60999, '85'],
  ['Goiânia', 'GO', 74000, 74999, '62'],
  ['Brasília', 'DF', 70000, 70999, '61'],
  ['Manaus', 'AM', 69000, 69099, '92'],
  ['Belém', 'PA', 66000, 66999, '91'],
] as const

/** Name and price in centavos. */
export const plans = [
  ['Rastreio Essencial', 4990],
  ['Rastreio Mais', 6990],
  ['Rastreio com Bloqueio', 8990],
  ['Frota Leve', 11990],
  ['Frota Pesada', 15990],
  ['Telemetria Completa', 19990],
] as const

export const sellers = ['Marina Prado', 'Davi Tavares', 'Rosana Pinto', 'Igor Bastos', 'Luana Freitas'] as const
