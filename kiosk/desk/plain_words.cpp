#include "desk/plain_words.h"

#include "cards/fold.h"

#include <algorithm>
#include <array>
#include <set>

namespace desk {

namespace {

// clang-format off
constexpr std::array<std::string_view, 854> kPlainWords{
    "access", "account", "accounts", "adapter", "address", "adult", "adults", "alarm", "alcohol",
    "ambulance", "animal", "animals", "anxiety", "apology", "app", "application", "appointment",
    "argue", "arguing", "argument", "article", "articles", "assault", "audio", "audiobook",
    "author", "authors", "autism", "baby", "babysitting", "backpack", "bag", "bags", "banned",
    "barcode", "barking", "basement", "bathroom", "battery", "bed", "bicycle", "bike", "bikes",
    "bleeding", "blind", "blood", "bomb", "book", "bookmark", "books", "borrow", "borrowing",
    "bottle", "boxes", "breastfeeding", "breathing", "brochure", "broken", "browser", "budget",
    "bug", "bugs", "building", "bully", "bullying", "bus", "business", "cafe", "calculator",
    "camera", "camping", "car", "carpet", "carrel", "cart", "catalog", "catalogue", "ceiling",
    "cell", "census", "chair", "chairs", "charge", "charger", "charging", "chat", "check",
    "child", "children", "choking", "cigarette", "cigarettes", "citizenship", "class", "cleaning",
    "clipboard", "clock", "closed", "closing", "club", "coat", "coins", "cold", "collection",
    "comic", "comics", "committee", "community", "complain", "complaint", "complaints",
    "computer", "computers", "concert", "conduct", "confused", "contract", "copier", "copies",
    "copy", "copyright", "cost", "costs", "cough", "coupon", "courier", "cover", "crafts",
    "crayons", "crime", "crowd", "cry", "crying", "culture", "cup", "curfew", "customer", "cyber",
    "damage", "damaged", "danger", "dangerous", "database", "date", "deadline", "deaf", "debt",
    "delay", "delivery", "dementia", "demonstration", "deposit", "desk", "device", "diabetes",
    "diaper", "dictionary", "dirty", "disability", "disabled", "discount", "discrimination",
    "disk", "display", "distance", "document", "documents", "dog", "dogs", "donate", "donation",
    "donations", "door", "doors", "download", "downloads", "drawing", "drink", "drinking",
    "drinks", "drive", "drone", "drop", "drug", "drugs", "drunk", "dvds", "earphones",
    "earthquake", "ebook", "ebooks", "election", "electricity", "elevator", "email", "emails",
    "emergency", "employment", "encyclopedia", "enrollment", "entrance", "envelope", "equipment",
    "error", "escalator", "evacuation", "event", "events", "exam", "exams", "exhibit",
    "exhibition", "exit", "expired", "extension", "eyeglasses", "fainted", "fainting", "falling",
    "family", "fax", "fee", "feedback", "fees", "feet", "fiction", "fight", "fighting", "file",
    "files", "film", "filming", "films", "fines", "fingerprint", "fire", "firearm", "firewall",
    "firework", "flag", "flash", "flashlight", "floor", "flu", "flyer", "flyers", "food", "foods",
    "forgot", "form", "forms", "fraud", "freezing", "fridge", "front", "funeral", "furniture",
    "gallery", "gambling", "game", "games", "gaming", "garage", "garbage", "gas", "genealogy",
    "glasses", "glove", "gloves", "glue", "graffiti", "grants", "gun", "guns", "habit", "hacking",
    "haircut", "hallway", "handcuffs", "handicap", "harassment", "headache", "headphone",
    "headphones", "health", "hearing", "heat", "heater", "heating", "helmet", "help", "hepatitis",
    "history", "hold", "holds", "holidays", "homeless", "homelessness", "homework", "hotspot",
    "hour", "hours", "housing", "hungry", "ice", "identification", "illegal", "immigration",
    "income", "infant", "infection", "injury", "ink", "insect", "insects", "instrument", "insult",
    "insurance", "interlibrary", "interpreter", "interview", "invoice", "issue", "item", "items",
    "jacket", "journal", "journals", "keyboard", "kiosk", "knife", "knives", "label", "laminate",
    "laminator", "language", "laptop", "laptops", "late", "lawsuit", "lawyer", "leaflet", "leak",
    "learning", "lease", "lecture", "legal", "lending", "lesson", "letter", "letters",
    "librarian", "librarians", "library", "lice", "lift", "lighter", "lights", "limit", "list",
    "literacy", "litter", "loans", "lobby", "locked", "lockers", "lockout", "login", "logo",
    "lost", "loud", "lounge", "lunch", "machine", "magazine", "magazines", "mail", "makerspace",
    "manual", "manuals", "map", "maps", "marker", "marriage", "mask", "masks", "materials",
    "meal", "medication", "medicine", "meditation", "meeting", "meetings", "membership", "memory",
    "menu", "message", "mice", "microfilm", "microphone", "microwave", "migrant", "milk",
    "minutes", "mirror", "missing", "modem", "money", "monitor", "mosquito", "mouse", "movie",
    "movies", "museum", "music", "napping", "needle", "needles", "network", "newborn",
    "newspaper", "newspapers", "noise", "noisy", "notary", "note", "notebook", "notes", "notice",
    "number", "nurse", "nursing", "obituary", "occupied", "odor", "offensive", "office", "online",
    "open", "opening", "orientation", "outage", "outlet", "outlets", "overdose", "overdue",
    "overnight", "owed", "package", "packages", "pages", "paint", "pamphlet", "pandemic", "panic",
    "paper", "papers", "paperwork", "parade", "paragraph", "parents", "parking", "partner",
    "passcode", "passport", "passports", "password", "passwords", "patron", "patrons", "paying",
    "payment", "payments", "pencil", "pencils", "permission", "permit", "permits", "pest",
    "petition", "pets", "phone", "phones", "photo", "photocopy", "photograph", "photographs",
    "photos", "phrase", "picture", "pictures", "pills", "plagiarism", "plant", "plants",
    "plastic", "play", "playground", "playing", "plug", "podcast", "poem", "poetry", "poison",
    "police", "policies", "policy", "politics", "pollution", "popcorn", "porn", "pornography",
    "port", "postage", "poster", "posters", "pram", "pregnant", "prescription", "presentation",
    "preview", "prices", "print", "printed", "printer", "printers", "printing", "prints",
    "privacy", "problem", "profile", "program", "programs", "project", "projector", "property",
    "protest", "protesters", "proxy", "public", "puppy", "puzzle", "puzzles", "question",
    "questions", "queue", "quiet", "quiz", "rabies", "racism", "racist", "radio", "raincoat",
    "ramp", "rating", "receipt", "receipts", "record", "recording", "recordings", "records",
    "recycling", "reference", "refugee", "refund", "refunds", "register", "registration",
    "religion", "religious", "renew", "renewal", "renewals", "rent", "rental", "repair", "report",
    "request", "requests", "research", "reservation", "reserve", "reserves", "restroom",
    "restrooms", "return", "returned", "returns", "review", "robbery", "robot", "roof", "room",
    "rooms", "route", "rude", "rule", "rules", "running", "safety", "scam", "scan", "scanner",
    "scanners", "scanning", "schedule", "scholarship", "school", "science", "scissors", "scooter",
    "screen", "screening", "screens", "screensaver", "seat", "seats", "security", "seizure",
    "selfcheckout", "selfie", "sentence", "serial", "series", "server", "service", "services",
    "sewing", "sexual", "shelf", "shelter", "shelves", "shoe", "shoes", "shoplifting", "shopping",
    "shot", "shouting", "shower", "sick", "sickness", "sidewalk", "sign", "signature", "signs",
    "singing", "skateboard", "skateboards", "skating", "sleep", "sleeping", "smell", "smelling",
    "smoke", "smoking", "snack", "snacks", "soap", "social", "soda", "software", "solar",
    "solicitation", "soliciting", "sound", "soup", "speaker", "speech", "spelling", "spider",
    "spill", "spitting", "sport", "sports", "stain", "staircase", "stairs", "stalker", "stalking",
    "stamps", "staple", "stapler", "statistics", "steal", "stealing", "steps", "sticker",
    "stolen", "stomach", "storage", "storytime", "stranger", "stretcher", "stroke", "stroller",
    "strollers", "structure", "student", "students", "studio", "study", "studying", "suicide",
    "suitcase", "suitcases", "sunscreen", "survey", "swearing", "sweater", "table", "tables",
    "tablet", "tablets", "talking", "tape", "tax", "taxes", "taxi", "tea", "teacher", "teachers",
    "teen", "teenager", "teenagers", "teens", "telephone", "television", "temperature", "tent",
    "test", "testing", "tests", "textbook", "textbooks", "theft", "thermometer", "thief",
    "thirsty", "threat", "threatening", "threats", "ticket", "tickets", "time", "timer",
    "toddler", "toilet", "toilets", "token", "tool", "tools", "toothbrush", "tornado", "tour",
    "towel", "toy", "toys", "tracking", "traffic", "trailer", "train", "training", "translate",
    "translation", "translator", "transport", "trash", "trauma", "travel", "trespass",
    "trespassing", "trial", "trip", "truck", "tutor", "tutoring", "typewriter", "typing",
    "umbrella", "unattended", "uniform", "unlock", "unsafe", "update", "upload", "urine", "used",
    "vacation", "vaccine", "vacuum", "vandalism", "vape", "vaping", "vehicle", "vending",
    "veteran", "veterans", "victim", "video", "videos", "violence", "violent", "virus", "visitor",
    "visitors", "vocabulary", "voicemail", "volume", "volunteer", "volunteering", "volunteers",
    "vomit", "vote", "voter", "voting", "wait", "waiting", "waitlist", "wallet", "warning",
    "washing", "washroom", "watch", "water", "weapon", "weapons", "weather", "webcam", "website",
    "websites", "wedding", "weekend", "weight", "wet", "wheelchair", "wheelchairs", "whistle",
    "window", "wireless", "work", "working", "worksheet", "workshop", "workshops", "worship",
    "wound", "writing", "wrong", "yelling", "yoga", "zine", "zines", "zone", "zoo"};
// clang-format on
static_assert(std::ranges::is_sorted(kPlainWords));

constexpr std::size_t kMostWords = 3;

} // namespace

std::span<const std::string_view> plain_words() {
    return kPlainWords;
}

std::string in_plain_words(std::string_view query) {
    const std::vector<std::string> folded = cards::fold_words(query);
    const std::set<std::string> words(folded.begin(), folded.end());
    const bool plain = words.size() <= kMostWords && std::ranges::all_of(words, [](const auto& it) {
                           return std::ranges::binary_search(kPlainWords, it);
                       });
    std::string text;
    for (const std::string& word : plain ? words : std::set<std::string>()) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

} // namespace desk
