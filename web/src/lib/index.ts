export * from './codes';
export * from './format';
export * from './i18n';
export * from './recent';
export * from './refusals';
export * from './said';
export * from './search';
export * from './keys';
