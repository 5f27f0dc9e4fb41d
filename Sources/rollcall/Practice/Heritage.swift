/// Where a family's names come from, and what goes with them.
///
/// Every name is invented: surnames and forenames are common ones put together by chance.
struct Heritage {
  /// How often it is met, in a thousand families.
  let weight: Double
  /// The ethnicity as the school census words it.
  let ethnicity: String
  /// The language of the home, or empty for English.
  let language: String
  /// Whether the family keeps the feasts of Islam.
  let keepsEid: Bool
  let surnames: [String]
  let girls: [String]
  let boys: [String]
  let women: [String]
  let men: [String]
  /// What some children are called instead, by their legal forename.
  let known: [String: String]
  /// How some names are said, by forename or surname.
  let said: [String: String]

  init(
    _ weight: Double, _ ethnicity: String, language: String = "", keepsEid: Bool = false,
    surnames: String, girls: String, boys: String, women: String, men: String,
    known: [String: String] = [:], said: [String: String] = [:]
  ) {
    self.weight = weight
    self.ethnicity = ethnicity
    self.language = language
    self.keepsEid = keepsEid
    self.surnames = Self.words(surnames)
    self.girls = Self.words(girls)
    self.boys = Self.words(boys)
    self.women = Self.words(women)
    self.men = Self.words(men)
    self.known = known
    self.said = said
  }

  /// The words of a list; `_` stands for a space within a name.
  private static func words(_ list: String) -> [String] {
    list.split(whereSeparator: \.isWhitespace).map { String($0).replacing("_", with: " ") }
  }

  /// Whether a name of it is written in a script two columns wide.
  static func isWide(_ name: String) -> Bool {
    name.unicodeScalars.contains { $0.value >= 0x2E80 }
  }

  /// Every heritage.
  static let all = isles + europe + asia + africa
}

extension Heritage {
  /// England, Wales, Scotland and Ireland.
  static let isles: [Heritage] = [
    Heritage(
      520, "White British",
      surnames: """
        Ashworth Barlow Birch Blackwood Brightwell Burrows Carver Clifton Cooper-Hayes Crabtree
        Dawson Denham Eastwood Fairclough Fenwick Fletcher Garside Greenhalgh Hargreaves Hartley
        Hatherley Holroyd Hutchings Jessop Kershaw Langley Lister Lockwood Marsden Mayhew Naylor
        Oakes Ollerton Pickering Pryce-Warren Radcliffe Ramsbottom Redfern Rowntree Sedgwick
        Shawcross Stancliffe Sutcliffe Tattersall Thackeray Thornley Tindall Wainwright Whitaker
        Winterbourne Woodhead Yardley
        """,
      girls: """
        Ada Alice Amelia Beatrice Bella Charlotte Chloe Daisy Edith Eleanor Ella Emily Erin
        Evie Florence Freya Georgia Grace Hannah Harriet Isabelle Isla Ivy Jessica Lily-Mae Lottie
        Lucy Mabel Martha Matilda Mia Molly Olivia Penelope Phoebe Poppy Rosie Ruby Sophie Willow
        """,
      boys: """
        Albie Alfie Archie Arthur Barnaby Benjamin Callum Charlie Daniel Dylan Edward Elliot Ethan
        Finley Frederick George Harrison Harry Henry Jack Jacob James Joseph Joshua Leo Lewis Logan
        Max Miles Nathaniel Noah Oliver Oscar Ralph Reuben Samuel Stanley Teddy Thomas William
        """,
      women: "Alison Beth Claire Donna Emma Gemma Helen Joanne Kate Laura Nicola Rachel Sarah Zoe",
      men: "Adam Andrew Ben Craig Darren David Gareth Ian Lee Mark Matthew Paul Simon Stephen",
      known: [
        "Benjamin": "Ben", "Charlotte": "Lottie", "Daniel": "Danny", "Eleanor": "Nell",
        "Frederick": "Freddie", "Matilda": "Tilly", "Nathaniel": "Nate", "Samuel": "Sam",
      ]),
    Heritage(
      45, "White British",
      surnames: "Bevan Gwynne Llewellyn Myfanwy-Rees Penry Prosser Pugh Tudor Vaughan",
      girls: "Angharad Cerys Ffion Gwenllian Lowri Nia Siân Tegan",
      boys: "Dafydd Gethin Gruffydd Iestyn Ioan Macsen Rhys Siôn",
      women: "Bethan Carys Elin Mari Rhian", men: "Alun Emyr Gwyn Huw Iwan",
      said: [
        "Angharad": "ang-HAR-ad", "Gwenllian": "gwen-HLEE-an", "Gruffydd": "GRIFF-ith",
        "Llewellyn": "hloo-ELL-in", "Ffion": "FEE-on",
      ]),
    Heritage(
      30, "White British",
      surnames: "Abercrombie Buchan Drummond Farquhar MacAskill McIntyre Menzies Urquhart",
      girls: "Ailsa Catriona Eilidh Isobel Mairi Skye", boys: "Alasdair Ewan Fraser Hamish Rory",
      women: "Fiona Kirsty Morag Shona", men: "Angus Callum Duncan Neil",
      said: ["Eilidh": "AY-lee", "Menzies": "MING-iss", "Mairi": "MAH-ree"]),
    Heritage(
      42, "White Irish",
      surnames: "Byrne D'Arcy Gallagher Ní_Dhuibhne O'Connor O'Dowd O'Sullivan Ó_Briain Quigley",
      girls: "Aoife Caoimhe Éabha Gráinne Niamh Órla Róisín Saoirse",
      boys: "Cian Conor Dáithí Eoin Fionn Oisín Pádraig Tadhg",
      women: "Bríd Deirdre Maeve Sinéad", men: "Brendan Declan Eamon Séamus",
      said: [
        "Aoife": "EE-fa", "Caoimhe": "KEE-va", "Gráinne": "GRAWN-ya", "Niamh": "NEEV",
        "Oisín": "ush-EEN", "Pádraig": "PAW-drig", "Róisín": "ro-SHEEN", "Saoirse": "SEER-sha",
        "Tadhg": "TIGE, like tiger", "Ní Dhuibhne": "nee GIV-na",
      ]),
  ]
}

extension Heritage {
  /// The rest of Europe.
  static let europe: [Heritage] = [
    Heritage(
      45, "Any other White background", language: "Polish",
      surnames: "Błaszczyk Jabłoński Kaźmierczak Łuczak Piątek Szczepański Wiśniewski Żółtowski",
      girls: "Alicja Hanna Łucja Małgorzata Oliwia Zofia Zuzanna",
      boys: "Antoni Bartłomiej Jakub Kacper Stanisław Szymon Wojciech",
      women: "Agnieszka Beata Ewa Katarzyna", men: "Grzegorz Marek Paweł Tomasz",
      known: ["Małgorzata": "Gosia", "Bartłomiej": "Bartek", "Zuzanna": "Zuzia"],
      said: [
        "Wojciech": "VOY-chekh", "Łucja": "WOOTS-ya", "Szczepański": "shche-PAN-skee",
        "Kaźmierczak": "kazh-MYAIR-chak",
      ]),
    Heritage(
      22, "Any other White background", language: "Romanian",
      surnames: "Bălan Ciobanu Dumitrașcu Ionescu Munteanu Țurcanu Văcărescu",
      girls: "Andreea Bianca Ioana Ștefania Teodora", boys: "Andrei Luca Matei Răzvan Ștefan",
      women: "Daniela Elena Mihaela", men: "Cătălin Florin Ionuț"),
    Heritage(
      16, "Any other White background", language: "Portuguese",
      surnames: "Conceição Gonçalves Magalhães Simões Teixeira-Brandão",
      girls: "Beatriz Inês Leonor Matilde", boys: "Afonso Duarte Gonçalo João",
      women: "Catarina Sónia", men: "Luís Nuno",
      said: ["Conceição": "con-say-SOWNG", "João": "ZHWOWNG"]),
    Heritage(
      14, "Any other White background", language: "Turkish",
      surnames: "Çelik Demirtaş Gökçe Işık Özdemir Şahin", girls: "Ayşe Defne Elif Zeynep",
      boys: "Çağan Emre Kerem Yiğit", women: "Fatma Gülşen", men: "İbrahim Murat",
      said: ["Çağan": "CHAH-an", "Yiğit": "yee-IT", "Ayşe": "EYE-sheh"]),
    Heritage(
      10, "Gypsy/Roma",
      surnames: "Boswell Cooper Lovell Smith-Lee", girls: "Crystal Lavinia Scarlett",
      boys: "Elijah Nelson Tyson", women: "Kizzy Patience", men: "Elias Wester"),
  ]
}
