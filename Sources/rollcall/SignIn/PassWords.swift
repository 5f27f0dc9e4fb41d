/// The words of passes: short, known to everybody, and 1024 of them, so that each is worth ten bits.
enum PassWords {
  /// How many words a pass has, with one digit after them: 43 bits.
  static let count = 4

  /// A passphrase nobody has chosen: `lamp-river-moss-kite-7`.
  ///
  /// The hyphens are for the eye; whoever types it may leave them out.
  static func passphrase(using random: inout some RandomNumberGenerator) -> String {
    let words = (0..<count).map { _ in all[Int.random(in: all.indices, using: &random)] }
    return (words + ["\(Int.random(in: 0...9, using: &random))"]).joined(separator: "-")
  }

  /// Every word, in order.
  static var all: [Substring] { text.split(whereSeparator: \.isWhitespace) }

  private static let text = """
    acorn actor agree ahead alarm album alert alley allow alone along amber amuse angle ankle
    apple apron arena argue arrow aside atlas attic audio aunt autumn avoid award away axis bacon
    badge bagel baker balm banjo bank barge bark barn basil basin basket bath beach beacon bead
    beak beam bean beard bell belt bench berry bike bingo birch bird bison blank blaze bloom blue
    board boat bobbin bolt bone bonus book boot border bottle bowl box brace brain brake branch
    brass bread breeze brick bridge brief bright brisk broad bronze brook broom brown brush bubble
    bucket buckle bud bugle build bulb bull bundle bunny burrow bus bush butter button buzz cabin
    cable cactus cake calm camel camera camp canal candle canoe canvas cape caper card cargo carol
    carpet carrot cart carve castle cat cave cedar cello chain chair chalk champ charm chart
    cheese cherry chess chest chick chief chime chin chip choir chord cider cinema circle city
    clam clap clay clean clear clerk cliff climb clock cloth cloud clover club coach coast coat
    cobalt cocoa coin comet comic cook copper coral cord cork corn cotton couch count court cove
    cover crab craft crane crate crayon cream creek crest crisp crown cube cumin cup cure curl
    curry curve daily dairy daisy dance dart dash dawn deer delta denim desk dial diary dice
    dinner disc dish dock dog doll dome donkey door dove dragon draw dream dress drift drill drum
    duck dune dusk dust eagle early earth east easy echo edge eight elbow elder elm ember energy
    engine enjoy equal essay event exact exit extra fable fabric face fair falcon family fancy
    farm fast father feast fence fern ferry fever fiddle field fifty fig film finch fine finger
    fire first fish five flag flake flame flash flask fleet flint float flock floor flour flow
    flower fluff flute fly foam focus fog foil folk forest fork form fossil fox frame fresh friend
    frog frost fruit fudge full fun funnel fur galaxy game garage garden garlic gate gem gentle
    giant gift ginger glad glass globe glove glow glue goal goat gold golf goose gorse grain grape
    graph grass gravel great green grid grill group grove guess guest guide guitar gull gust habit
    hair half hall ham hammer hand happy hare harp hat hatch haven hawk hazel heart heath hedge
    heel helmet help herb hero heron hill hint hip hive hobby holly home honest honey hood hoof
    hook hoop horn horse hotel hour house humble hut ice icicle idea igloo index indigo ink inlet
    insect iris iron island ivory ivy jacket jade jam jar jazz jeans jelly jersey jewel jigsaw job
    join joke jolly judge jug juice july jumble jump june jungle junior jury kayak keen keep
    kennel kettle key kick kind king kiosk kite kitten kiwi knee knight knit knot koala label lace
    ladder lake lamb lamp land lane lapel large lark laser latch laugh laurel lava lawn layer leaf
    lean learn leek legend lemon lend lens level lever lid life lift light lilac lily lime linen
    lion list little lizard llama lobby local lock lodge loft log long loop lorry lotus loud loyal
    luck lunar lunch lute lynx magic magnet maize major mango manor map maple marble march margin
    marina market marsh mask mast match meadow meal medal melody melon member mentor menu merit
    merry metal middle milk mill mime mimic mind mine mint minute mirror mist mitten model mole
    moment money month moon moose moss moth motor mouse mouth move mud muffin mug mule muscle
    music neat neck nest net never new newt nice night nine noble noon north nose note novel nurse
    nut oak oar oasis oat ocean offer olive omega onion opal open opera orbit order organ otter
    outer oval oven over owl owner page paint pair palm pan panda panel paper park part party
    pasta path patio pause paw pea peach peak pear pearl pedal pen perch petal phone photo piano
    pie pilot pine pink pipe pixel pizza place plain plan plank plant plate play plaza plot plug
    plum plume plus poem poet point polar pole pond pony pool poppy porch port press print prism
    prize proof proud pulse puma pump punch pupil puppy purse quail queen quest quick quiet quill
    quilt quiz race radar radio raft rail rain rake ram ranch range rapid raven razor ready reed
    reef relay rent reply rice rich ridge right ring rise river road roast robin robot rock rod
    rodeo roll roof rook room root rope rose rotor round route rover rowan royal ruby rug ruler
    run rural rust sage sail salad salon salt sand satin sauce scale scarf scene scoop score scout
    sea seal seat seed seven shade shape share shark sharp shed sheep sheet shelf shell shine ship
    shirt shoe shop shore short show shrub silk sink six ski skill skirt sky slate sled sleep
    slice slide slope slow small smart smile snack snail snow soap sock sofa soft soil solar solid
    sound soup south space spade spark speak spell spice spin spoke spoon sport spot spray spur
    squid staff stage stamp stand star start steam steel stem step stew stick stock stone stool
    stop store stork storm story stove straw style sugar suit sun sunny super surf swan sweet
    swift swim swing syrup table talk tall tango tape tart task taste taxi tea teach team ten tent
    term thank theme thick third thorn three thumb thyme tidal tide tidy tiger tile time tin tiny
    tip title toad toast today token tone tool tooth topaz torch total touch towel tower town toy
    track trade trail train tram tray treat tree trend tribe trick trio trip trout truck true
    trunk truth tub tuba tulip tuna turbo turn tweed twig twin twist uncle under unit upper urban
    usual value valve van vase vault venue verse vest video view villa vine visit visor vista
    vital vivid voice vowel wagon waist walk wall warm wash wasp watch water wave wax weave web
    wedge week well west whale wheat wheel whisk white wick wide wind wing wise wish wolf wood
    wool word work world worm wrap wren wrist yacht yard yarn year yeti young zebra zero zest zinc
    zone zoom
    """
}
