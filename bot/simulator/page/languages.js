// Languages a phone can be set to: the two letters that Telegram passes on, and the language's own name.

export const LANGUAGES = [
  ["ar", "العربية"], ["nl", "Nederlands"], ["en", "English"], ["ti", "ትግርኛ"], ["fa", "فارسی / دری"], ["tr", "Türkçe"],
  ["so", "Soomaali"], ["ku", "Kurdî"], ["ckb", "کوردیی ناوەندی"], ["ps", "پښتو"], ["am", "አማርኛ"], ["fr", "français"],
  ["ru", "русский"], ["uk", "українська"], ["es", "español"], ["de", "Deutsch"],
];

export const ROLES = { nieuwkomer: "Nieuwkomer", sleutelpersoon: "Sleutelpersoon", beheerder: "Beheerder" };

export const DOINGS = {
  typing: "schrijft…", upload_photo: "stuurt een foto…", upload_document: "stuurt een document…",
  record_voice: "neemt iets op…", upload_voice: "stuurt spraak…", find_location: "zoekt een plek…",
};
