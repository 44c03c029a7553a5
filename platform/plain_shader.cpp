#include "platform/plain_shader.h"

#include "platform/texture_name.h"

#define GL_GLEXT_PROTOTYPES // NOLINT(*-macro*): what OpenGL's headers ask for
#include <GL/gl.h>
#include <GL/glext.h>
#include <imgui.h>

#include <cstdint>
#include <initializer_list>
#include <utility>

namespace platform {

namespace {

// As Dear ImGui's names are, so that its vertices come through.
constexpr const char* kPosition = "Position";
constexpr const char* kColour = "Color";

constexpr const char* kVertices = R"(#version 130
uniform vec2 HalfSize;
in vec2 Position;
in vec4 Color;
out vec4 Ink;
void main() {
    Ink = Color;
    gl_Position = vec4(Position.x / HalfSize.x - 1.0, 1.0 - Position.y / HalfSize.y, 0.0, 1.0);
}
)";

constexpr const char* kPixels = R"(#version 130
in vec4 Ink;
out vec4 Out_Color;
void main() {
    Out_Color = Ink;
}
)";

void attach(GLuint program, GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    glAttachShader(program, shader);
    glDeleteShader(shader); // with the program
}

/// Takes the vertices of another program, where that has them; 0 if it cannot be made.
GLuint program_beside(GLuint other) {
    const GLuint program = glCreateProgram();
    attach(program, GL_VERTEX_SHADER, kVertices);
    attach(program, GL_FRAGMENT_SHADER, kPixels);
    for (const char* const name : {kPosition, kColour}) {
        const GLint place = glGetAttribLocation(other, name);
        if (place >= 0) {
            glBindAttribLocation(program, static_cast<GLuint>(place), name);
        }
    }
    glLinkProgram(program);
    GLint linked = GL_FALSE;
    glGetProgramiv(program, GL_LINK_STATUS, &linked);
    if (linked != GL_TRUE) {
        glDeleteProgram(program);
        return 0;
    }
    return program;
}

/// What is being drawn.
enum class Way : std::uint8_t {
    pictures, ///< By Dear ImGui's shader.
    mixing,   ///< One colour, mixed with what is under it.
    covering, ///< One colour, in its place.
};

} // namespace

struct PlainShader::Impl {
    bool made = false;
    GLuint program = 0; ///< 0: Dear ImGui's is used for everything.
    GLint half_size = -1;
    GLuint other = 0; ///< Dear ImGui's.
    ImVec2 size;      ///< Of the picture, px.

    /// Dear ImGui's shader is the one in use when a list begins.
    void note_other() {
        GLint used = 0;
        glGetIntegerv(GL_CURRENT_PROGRAM, &used);
        other = static_cast<GLuint>(used);
        if (!made) {
            made = true;
            program = program_beside(other);
            half_size = glGetUniformLocation(program, "HalfSize");
        }
        if (program != 0) {
            glUseProgram(program);
            glUniform2f(half_size, size.x / 2, size.y / 2);
            glUseProgram(other);
        }
    }
    void use(Way way) const {
        glUseProgram(way == Way::pictures || program == 0 ? other : program);
        (way == Way::covering ? glDisable : glEnable)(GL_BLEND);
    }

    template <auto Does>
    ImDrawCmd command() {
        ImDrawCmd command;
        command.UserCallbackData = this;
        command.UserCallback = [](const ImDrawList*, const ImDrawCmd* it) {
            Does(*static_cast<Impl*>(it->UserCallbackData));
        };
        return command;
    }
    ImDrawCmd command_for(Way way) {
        switch (way) {
        case Way::mixing: return command<[](const Impl& it) { it.use(Way::mixing); }>();
        case Way::covering: return command<[](const Impl& it) { it.use(Way::covering); }>();
        case Way::pictures: break;
        }
        return command<[](const Impl& it) { it.use(Way::pictures); }>();
    }
};

PlainShader::PlainShader() : impl_(std::make_unique<Impl>()) {}
PlainShader::~PlainShader() {
    if (impl_->program != 0) {
        glDeleteProgram(impl_->program);
    }
}

void PlainShader::take(ImDrawData& data) {
    impl_->size = data.DisplaySize;
    // What has no picture of its own is drawn with the white pixel of that of Dear ImGui's font.
    ImTextureID none = ImGui::GetIO().Fonts->TexID;
    for (ImDrawList* const list : data.CmdLists) {
        ImVector<ImDrawCmd> commands;
        commands.push_back(impl_->command<[](Impl& it) { it.note_other(); }>());
        Way way = Way::pictures;
        const auto go_on = [&](Way wanted) {
            if (std::exchange(way, wanted) != wanted) {
                commands.push_back(impl_->command_for(wanted));
            }
        };
        for (ImDrawCmd command : list->CmdBuffer) {
            if (command.TextureId == covering()) {
                command.TextureId = none;
                go_on(Way::covering);
            } else {
                go_on(command.TextureId == none ? Way::mixing : Way::pictures);
            }
            commands.push_back(command);
        }
        go_on(Way::pictures);
        list->CmdBuffer.swap(commands);
    }
}

} // namespace platform
