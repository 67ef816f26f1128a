export * from './codes';
export * from './format';
export * from './i18n';
export * from './recent';
export * from './said';
export * from './search';
export * from './keys';
